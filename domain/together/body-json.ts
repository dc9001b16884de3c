import * as Y from 'yjs'
import { toStoryDocument } from '../document/to-story-document.ts'
import type { StoryDocument } from '../document/schema.ts'
import { entryOf, MARK_ATTRIBUTES, markName, NODE_ATTRIBUTES } from './vocabulary.ts'

/**
 * The body of a shared document as an editor's JSON, and back to what a document says. The form is that of
 * y-prosemirror: an element for each node with its attributes on it, an XmlText for each run of text, each mark an
 * attribute of the text whose value is the mark's attributes. Marks of nodes other than text are not kept by it.
 */

type Attributes = Readonly<Record<string, unknown>>
export type MarkJson = { type: string; attrs?: Attributes | undefined }
export type NodeJson = { type: string; text?: string; marks?: readonly MarkJson[] | undefined; attrs?: Attributes | undefined; content?: readonly NodeJson[] | undefined }

/** Deeper than any document that the schema takes; what lies below is left out. */
const MAX_DEPTH = 100

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function picked(from: unknown, names: readonly string[] | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of names ?? []) if (isRecord(from) && Object.hasOwn(from, name) && from[name] !== null && from[name] !== undefined) values[name] = from[name]
  return values
}

/** The marks of a piece of text, those that the schema knows, in one order, each with the attribute that holds it. */
export function marksIn(attributes: unknown): { key: string; type: string; attrs: Attributes }[] {
  if (!isRecord(attributes)) return []
  return Object.entries(attributes)
    .map(([key, attrs]) => ({ key, type: markName(key), attrs: picked(attrs, entryOf(MARK_ATTRIBUTES, markName(key))) }))
    .sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0))
}

/** The pieces of a shared text with their attributes; anything in it that is no text is left out. */
export function piecesOf(text: Y.XmlText): { insert: string; attributes: unknown }[] {
  const delta: { insert: unknown; attributes?: unknown }[] = text.toDelta()
  return delta.flatMap(({ insert, attributes }) => (typeof insert === 'string' ? [{ insert, attributes }] : []))
}

/** A child of a body as JSON; a run of text gives several nodes. */
export function jsonOf(child: unknown, depth = 0): NodeJson[] {
  if (child instanceof Y.XmlText) {
    return piecesOf(child).map(({ insert, attributes }) => ({ type: 'text', text: insert, marks: marksIn(attributes).map(({ type, attrs }) => ({ type, attrs })) }))
  }
  if (!(child instanceof Y.XmlElement) || depth > MAX_DEPTH) return []
  const attrs = picked(child.getAttributes(), entryOf(NODE_ATTRIBUTES, child.nodeName))
  return [{ type: child.nodeName, attrs, content: child.toArray().flatMap((inner) => jsonOf(inner, depth + 1)) }]
}

/**
 * The body in its stored form, and its pictures as they were written: the stored form cuts what is too long. Total: what
 * the schema does not know is left out.
 */
export function readBody(body: Y.XmlFragment): { document: StoryDocument; pictures: Attributes[] } {
  const content = body.toArray().flatMap((child) => jsonOf(child))
  const pictures = content.flatMap((node) => (node.type === 'gallery' ? (node.content ?? []) : [node])).flatMap(({ type, attrs }) => (type === 'image' && attrs !== undefined ? [attrs] : []))
  return { document: toStoryDocument({ type: 'doc', content }), pictures }
}

/** A node of the stored form, or of what was read, in the one form in which the two can be compared. */
export function comparable(node: NodeJson): string {
  return JSON.stringify([node.type, node.text ?? '', marksOf(node), sorted(node.attrs), joined(node.content ?? []).map(comparable)])
}

function sorted(attrs: Attributes | undefined): [string, unknown][] {
  return Object.entries(attrs ?? {}).filter(([, value]) => value !== undefined && value !== null).sort(([a], [b]) => (a < b ? -1 : 1))
}

const marksOf = (node: NodeJson) => [...(node.marks ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)).map(({ type, attrs }) => [type, sorted(attrs)])

/** Neighbours with the same marks are one text. */
function joined(nodes: readonly NodeJson[]): NodeJson[] {
  const found: NodeJson[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(marksOf(last)) === JSON.stringify(marksOf(node))) found.splice(-1, 1, { ...last, text: `${last.text ?? ''}${node.text ?? ''}` })
    else found.push(node)
  }
  return found
}
