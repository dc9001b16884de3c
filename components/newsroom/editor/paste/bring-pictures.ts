import type { EditorView } from '@tiptap/pm/view'
import { proposedWords } from '#components/newsroom/picture/placed-words.ts'
import { uploadEach } from '#components/newsroom/media/upload/upload-each.ts'
import { uploadQueue } from '#components/newsroom/media/upload/queue/upload-store.client.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { placementOf } from '../body/dialogs/placement-of.ts'
import { fillPlace, type PastedFile } from './paste-story.ts'

/**
 * Uploads the pictures that came along and puts each in its place as it arrives. One that fails keeps its place, which asks for
 * the file. `known` hears of each picture before it is shown.
 */
export function bringPictures(view: EditorView, files: readonly PastedFile[], known: (asset: NewsroomAsset) => void): void {
  const names = files.map(({ name }) => name)
  void uploadEach(uploadQueue(), files.map(({ file }) => file), (at, asset) => {
    const name = names[at]
    if (asset === null || name === undefined) return
    known(asset)
    if (view.isDestroyed) return
    const filled = fillPlace(view.state, name, (written) => placementOf({ asset, proposal: proposedWords(asset) }, written))
    if (filled !== null) view.dispatch(filled)
  })
}
