import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state'

/** As many as domain/document/schema.ts lets a gallery have. */
export const MAX_GALLERY = 50

/** The run of single pictures around the one at `pos`: from where to where, and how many. */
function runAround(state: EditorState, pos: number): { from: number; to: number; first: number; count: number } | null {
  const $pos = state.doc.resolve(pos)
  if ($pos.depth > 0 || $pos.nodeAfter?.type.name !== 'image') return null
  const isPicture = (index: number) => state.doc.maybeChild(index)?.type.name === 'image'
  let [first, last, from, to] = [$pos.index(), $pos.index(), pos, pos + $pos.nodeAfter.nodeSize]
  for (; isPicture(first - 1); first -= 1) from -= state.doc.child(first - 1).nodeSize
  for (; isPicture(last + 1); last += 1) to += state.doc.child(last + 1).nodeSize
  return { from, to, first, count: last - first + 1 }
}

/** Whether the picture at `pos` stands next to another one, and no more of them than a gallery takes. */
export function canGather(state: EditorState, pos: number): boolean {
  const run = runAround(state, pos)
  return run !== null && run.count > 1 && run.count <= MAX_GALLERY
}

/** Makes one gallery of the pictures that stand one after the other around `pos`; null where there is only one. */
export function gatherGallery(state: EditorState, pos: number): Transaction | null {
  const run = runAround(state, pos)
  const gallery = state.schema.nodes.gallery
  if (run === null || gallery === undefined || !canGather(state, pos)) return null
  const images = Array.from({ length: run.count }, (_, index) => {
    const image = state.doc.child(run.first + index)
    // A size means nothing inside a gallery.
    return image.type.create({ ...image.attrs, size: null })
  })
  const tr = state.tr.replaceWith(run.from, run.to, gallery.create(null, images))
  return tr.setSelection(NodeSelection.create(tr.doc, run.from)).scrollIntoView()
}

/** Puts the pictures of the gallery at `pos` into the text one by one. */
export function scatterGallery(state: EditorState, pos: number): Transaction | null {
  const gallery = state.doc.nodeAt(pos)
  if (gallery?.type.name !== 'gallery') return null
  const tr = state.tr.replaceWith(pos, pos + gallery.nodeSize, gallery.content)
  return tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView()
}
