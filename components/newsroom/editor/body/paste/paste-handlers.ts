import type { EditorView } from '@tiptap/pm/view'
import type { NewsroomAsset } from '#domain/media.ts'
import { bringPictures } from '../../paste/bring-pictures.ts'
import { pasteBlocks, pasteFiles, type Pasted } from '../../paste/paste-story.ts'
import { isOwnCopy, onlyPictures, pastedBlocks } from '../../paste/pasted-html.ts'
import { bareAddress } from '../dialogs/embed-address.ts'
import { pasteAddress } from './pasted-address.ts'

export type PasteListeners = {
  /** Pictures were among what was pasted: some come along, others left a place that asks for the file. */
  onPictures: (count: { coming: number; missing: number }) => void
  /** A web address was pasted alone on an empty line; the link to it starts at `pos`. */
  onAddress: (pasted: { url: string; pos: number }) => void
  onAsset: (asset: NewsroomAsset) => void
}

/** What the text does with a clipboard or a drag. `latest` holds the listeners of the newest rendering. */
export function pasteHandlers(latest: { current: PasteListeners }) {
  const take = (view: EditorView, { transaction, files, missing }: Pasted): true => {
    view.dispatch(transaction)
    if (files.length + missing > 0) latest.current.onPictures({ coming: files.length, missing })
    bringPictures(view, files, (asset) => latest.current.onAsset(asset))
    return true
  }
  return {
    handlePaste: (view: EditorView, event: ClipboardEvent) => {
      const data = event.clipboardData
      const pictures = onlyPictures(data)
      if (pictures.length > 0) return take(view, pasteFiles(view.state, pictures))
      const html = data?.getData('text/html') ?? ''
      // What was copied out of a story keeps what it is marked with, be it an address or not.
      const url = isOwnCopy(html) ? null : bareAddress(data?.getData('text/plain') ?? '')
      const pasted = url === null ? null : pasteAddress(view.state, url)
      if (url !== null && pasted !== null) {
        view.dispatch(pasted.transaction)
        latest.current.onAddress({ url, pos: pasted.pos })
        return true
      }
      const blocks = html === '' || isOwnCopy(html) ? [] : pastedBlocks(html)
      return blocks.length > 0 && take(view, pasteBlocks(view.state, blocks))
    },
    handleDrop: (view: EditorView, event: DragEvent) => {
      const pictures = onlyPictures(event.dataTransfer)
      if (pictures.length === 0) return false
      event.preventDefault()
      return take(view, pasteFiles(view.state, pictures))
    },
  }
}
