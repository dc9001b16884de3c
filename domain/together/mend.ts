import * as Y from 'yjs'
import { BODY } from './shared-draft.ts'
import { EDITOR_ATTRIBUTES, entryOf, NODE_ATTRIBUTES, runsCode } from './vocabulary.ts'

/** As deep as changes are let in (allowed-update.ts). */
const MAX_DEPTH = 40

const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)

/**
 * Takes out of a body what must not stand where it stands: nodes that are too deep or unknown, words outside of texts, nodes
 * inside of them, and attributes that are unknown, no plain values or code. Such things can only come in pieces that arrived before what they hang on. Answers whether
 * anything was taken out.
 */
export function mendSharedDraft(doc: Y.Doc): boolean {
  let mended = false
  doc.transact(() => {
    const open: { parent: Y.XmlFragment; depth: number }[] = [{ parent: doc.getXmlFragment(BODY), depth: 0 }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { parent, depth } = next
      const children: unknown[] = parent.toArray()
      for (let index = children.length - 1; index >= 0; index -= 1) {
        const child = children[index]
        const known = (child instanceof Y.XmlText && depth > 0) || (child instanceof Y.XmlElement && depth < MAX_DEPTH && entryOf(NODE_ATTRIBUTES, child.nodeName) !== undefined)
        if (!known) {
          parent.delete(index, 1)
          mended = true
        } else if (child instanceof Y.XmlText) {
          mended = mendText(child) || mended
        } else if (child instanceof Y.XmlElement) {
          mended = mendAttributes(child) || mended
          open.push({ parent: child, depth: depth + 1 })
        }
      }
    }
  })
  return mended
}

/** Leaves nothing but words in a text. */
function mendText(text: Y.XmlText): boolean {
  const pieces: { insert: unknown }[] = text.toDelta()
  let at = text.length
  for (const { insert } of pieces.toReversed()) {
    at -= typeof insert === 'string' ? insert.length : 1
    if (typeof insert !== 'string') text.delete(at, 1)
  }
  return pieces.some(({ insert }) => typeof insert !== 'string')
}

function mendAttributes(element: Y.XmlElement): boolean {
  const names = [...(entryOf(NODE_ATTRIBUTES, element.nodeName) ?? []), ...EDITOR_ATTRIBUTES]
  const wrong = Object.entries(element.getAttributes()).filter(([name, value]) => !names.includes(name) || !isPlain(value) || (name === 'url' && runsCode(value)))
  for (const [name] of wrong) element.removeAttribute(name)
  return wrong.length > 0
}
