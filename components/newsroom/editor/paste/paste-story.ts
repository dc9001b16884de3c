import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { HtmlBlock } from '#domain/from-html/blocks.ts'
import { fileOfDataAddress } from './data-address.ts'

/** A picture that came along with pasted text; `name` is what its place in the text is called until the file is uploaded. */
export type PastedFile = { name: string; file: File }
export type Pasted = { transaction: Transaction; files: PastedFile[]; missing: number }

/** Names that nothing else in the text has, so that each upload finds its place again wherever that moves meanwhile. */
export function placeNames(state: EditorState, count: number): string[] {
  const taken = new Set<string>()
  state.doc.descendants((node) => {
    if (node.type.name === 'missingPicture') taken.add(String(node.attrs.name))
    return node.type.name === 'gallery' || node.type.name === 'doc'
  })
  const names: string[] = []
  for (let number = 1; names.length < count; number += 1) if (!taken.has(`Pasted picture ${number}`)) names.push(`Pasted picture ${number}`)
  return names
}

/** Blocks of pasted HTML in place of the selection: `files` are the pictures that came along, `missing` counts those that did not. */
export function pasteBlocks(state: EditorState, blocks: readonly HtmlBlock[]): Pasted {
  const files = blocks.map(({ picture }) => (picture === null ? null : fileOfDataAddress(picture.src)))
  const names = placeNames(state, files.filter((file) => file !== null).length)
  const brought: PastedFile[] = []
  const json = blocks.map(({ block }, at) => {
    const file = files[at] ?? null
    const name = file === null ? undefined : names[brought.length]
    if (file === null || name === undefined || block.type !== 'missingPicture') return block
    brought.push({ name, file })
    return { ...block, attrs: { ...block.attrs, name } }
  })
  const missing = blocks.filter(({ picture }) => picture !== null).length - brought.length
  return { transaction: state.tr.replaceSelection(sliceOf(state.schema, json)).scrollIntoView().setMeta('paste', true), files: brought, missing }
}

/** Places for picture files that were pasted or dropped, at the cursor. */
export function pasteFiles(state: EditorState, files: readonly File[]): Pasted {
  const names = placeNames(state, files.length)
  const brought = files.flatMap((file, at) => (names[at] === undefined ? [] : [{ name: names[at], file }]))
  const json = brought.map(({ name }) => ({ type: 'missingPicture', attrs: { name, caption: '', alt: '' } }))
  return { transaction: state.tr.replaceSelection(sliceOf(state.schema, json)).scrollIntoView(), files: brought, missing: 0 }
}

/** Open at both ends, so that pasted words join the paragraph at the cursor. */
function sliceOf(schema: Schema, json: readonly object[]): Slice {
  return Slice.maxOpen(Fragment.from(json.map((block) => schema.nodeFromJSON(block))))
}

/** The place of an uploaded picture becomes the picture, its words kept; null where somebody took the place away. */
export function fillPlace(state: EditorState, name: string, attrsOf: (written: { caption: string; alt: string }) => object): Transaction | null {
  let found: { pos: number; size: number; attrs: object } | null = null
  state.doc.descendants((node, pos) => {
    if (found === null && node.type.name === 'missingPicture' && node.attrs.name === name) found = { pos, size: node.nodeSize, attrs: attrsOf({ caption: String(node.attrs.caption), alt: String(node.attrs.alt) }) }
    return false
  })
  if (found === null) return null
  const { pos, size, attrs }: { pos: number; size: number; attrs: object } = found
  return state.tr.replaceWith(pos, pos + size, state.schema.nodeFromJSON({ type: 'image', attrs }))
}
