import * as Y from 'yjs'
import { EDITOR_ATTRIBUTES, entryOf, MARK_ATTRIBUTES, markName, NODE_ATTRIBUTES, runsCode } from './vocabulary.ts'

/** The longest single change that is taken: more than everything that a story may hold, typed in one day offline. */
export const MAX_UPDATE_BYTES = 4 * 1024 * 1024
/** The largest shared document with all its history. */
export const MAX_STATE_BYTES = 16 * 1024 * 1024

/** No element of a body lies deeper; the schema takes far less. */
const MAX_DEPTH = 40
const MAX_VALUE_LENGTH = 20_000
const TEXT_ROOTS: readonly string[] = ['headline', 'deck', 'leadCaption', 'leadAlt', 'leadCredit']
const FIELD_NAMES: readonly string[] = ['slug', 'sectionId', 'tags', 'bylines', 'leadAssetId', 'template']
const ATTRIBUTE_NAMES: readonly string[] = [...new Set([...Object.values(NODE_ATTRIBUTES).flat(), ...EDITOR_ATTRIBUTES])]

/** What an item hangs on itself: the body as a whole, a node of it, a text, or something that has not arrived. */
type Within = 'body' | 'node' | 'text' | 'unknown'
/**
 * Where an item stands: the root it belongs to, the key that it is the value of, how deep its parent lies, and what that is.
 * Root null: it hangs on something that has not arrived, and the depth is counted from there.
 */
type Place = { root: string | null; key: string | null; depth: number; within: Within }
const UNKNOWN: Place = { root: null, key: null, depth: 0, within: 'unknown' }

/**
 * Whether a change may be applied at all: only the roots, nodes, attributes, marks and plain values that a shared document
 * is made of, none too large or too deep. `doc` is the document that it is meant for; what the change hangs on is looked up
 * there. What hangs on something that has not arrived yet is judged by its kind alone (mend.ts looks at it once it is in).
 * Anything that cannot be read is refused.
 */
export function isAllowedUpdate(update: Uint8Array, doc?: Y.Doc): boolean {
  if (update.byteLength > MAX_UPDATE_BYTES) return false
  try {
    const { structs } = Y.decodeUpdate(update)
    const judge = new Judge(structs, doc)
    return structs.every((struct) => judge.allows(struct))
  } catch {
    return false
  }
}

class Judge {
  readonly doc: Y.Doc | undefined
  readonly items = new Map<number, Y.Item[]>()
  readonly waiting = new Map<number, Y.Item[]>()
  readonly places = new Map<Y.Item, Place>()

  constructor(structs: readonly unknown[], doc: Y.Doc | undefined) {
    this.doc = doc
    collect(this.items, structs)
    const pending = doc?.store.pendingStructs?.update
    if (pending !== undefined) collect(this.waiting, Y.decodeUpdate(pending).structs)
  }

  allows(struct: unknown): boolean {
    if (!(struct instanceof Y.Item)) return struct instanceof Y.GC || struct instanceof Y.Skip
    const place = this.placeOf(struct)
    return isAllowedContent(struct.content) && place.depth <= MAX_DEPTH && (place.root === null || (isAllowedPlace(place.root, place) && fits(struct.content, place)))
  }

  placeOf(item: Y.Item): Place {
    // Items that hang on each other can be as many as the change holds, so they are followed without recursion.
    const chain = new Map<Y.Item, Within | 'beside' | 'itself'>()
    let place = UNKNOWN
    for (let current: Y.Item | undefined = item; current !== undefined && !chain.has(current); ) {
      const known = this.places.get(current)
      if (known !== undefined) {
        place = known
        break
      }
      const parent: unknown = current.parent
      if (typeof parent === 'string' || parent instanceof Y.AbstractType) {
        chain.set(current, 'itself')
        place = typeof parent === 'string' ? { root: parent, key: current.parentSub, depth: 0, within: 'body' } : placeIn(parent, current.parentSub)
        break
      }
      const next = this.find(parent instanceof Y.ID ? parent : (current.origin ?? current.rightOrigin))
      chain.set(current, parent instanceof Y.ID ? kindOf(next?.content) : 'beside')
      current = next
    }
    for (const [one, stands] of [...chain].reverse()) {
      if (stands !== 'beside' && stands !== 'itself') place = { root: place.root, key: one.parentSub, depth: place.depth + 1, within: stands }
      this.places.set(one, place)
    }
    return place
  }

  find(id: Y.ID | null): Y.Item | undefined {
    if (id === null) return undefined
    const inUpdate = containing(this.items.get(id.client), id.clock) ?? containing(this.waiting.get(id.client), id.clock)
    if (inUpdate !== undefined) return inUpdate
    if (this.doc === undefined || Y.getState(this.doc.store, id.client) <= id.clock) return undefined
    const stored = Y.getItem(this.doc.store, id)
    return stored instanceof Y.Item ? stored : undefined
  }
}

function collect(items: Map<number, Y.Item[]>, structs: readonly unknown[]): void {
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const own = items.get(struct.id.client)
    if (own === undefined) items.set(struct.id.client, [struct])
    else own.push(struct)
  }
}

function containing(items: readonly Y.Item[] | undefined, clock: number): Y.Item | undefined {
  // In a change, the items of a client stand in the order of their clocks.
  let [low, high] = [0, (items?.length ?? 0) - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const item = items?.[middle]
    if (item === undefined) return undefined
    if (clock < item.id.clock) high = middle - 1
    else if (clock >= item.id.clock + item.length) low = middle + 1
    else return item
  }
  return undefined
}

/** What that hangs on which hangs on an item with this content. */
function kindOf(content: Y.Item['content'] | undefined): Within {
  if (!(content instanceof Y.ContentType)) return 'unknown'
  return content.type instanceof Y.XmlText ? 'text' : 'node'
}

/** The place of what hangs on a type that stands in a document. */
function placeIn(parent: Y.AbstractType<unknown>, key: string | null): Place {
  let depth = 0
  let type: unknown = parent
  while (type instanceof Y.AbstractType && type._item !== null && depth <= MAX_DEPTH) {
    depth += 1
    type = type._item.parent
  }
  if (!(type instanceof Y.AbstractType)) return { ...UNKNOWN, depth }
  return { root: type._item === null ? Y.findRootTypeKey(type) : '', key, depth, within: parent._item === null ? 'body' : kindOf(parent._item.content) }
}

function isAllowedPlace(root: string, { key, depth }: Place): boolean {
  if (root === 'fields') return depth === 0 && key !== null && FIELD_NAMES.includes(key)
  if (TEXT_ROOTS.includes(root)) return depth === 0 && key === null
  if (root !== 'body') return false
  return key === null || (depth > 0 && ATTRIBUTE_NAMES.includes(key))
}

/** Whether this kind of content belongs at this place. */
function fits(content: Y.Item['content'], { root, key, within }: Place): boolean {
  if (content instanceof Y.ContentDeleted) return true
  if (root === 'fields') return content instanceof Y.ContentAny && content.arr.every((value: unknown) => isFieldValue(key, value))
  if (root !== null && TEXT_ROOTS.includes(root)) return content instanceof Y.ContentString
  return key === null ? isAllowedChild(content, within) : content instanceof Y.ContentAny && content.arr.every((value: unknown) => isPlain(value) && !(key === 'url' && runsCode(value)))
}

/** Nodes stand in the body and in nodes, texts in nodes, words in texts: no editor can open anything else. A mark elsewhere is seen by nobody. */
function isAllowedChild(content: Y.Item['content'], within: Within): boolean {
  if (content instanceof Y.ContentAny) return false
  if (content instanceof Y.ContentFormat || within === 'unknown') return true
  if (content instanceof Y.ContentType) return content.type instanceof Y.XmlText ? within === 'node' : within !== 'text'
  return within === 'text'
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, longest: number) => typeof value === 'string' && value.length <= longest

function isFieldValue(name: string | null, value: unknown): boolean {
  if (name === 'slug') return isText(value, 500)
  if (name === 'sectionId' || name === 'leadAssetId') return value === null || isText(value, 64)
  if (name === 'template') return value === null || (isRecord(value) && Object.keys(value).length <= 20 && Object.values(value).every(isPlain))
  if (!Array.isArray(value) || value.length > 50) return false
  return name === 'tags' ? value.every((tag) => isText(tag, 500)) : lengthOf(value) <= MAX_VALUE_LENGTH
}

/** An attribute's value: a text, a number, nothing, or a short list of numbers (the widths of a table's columns). */
function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return true
  if (Array.isArray(value)) return value.length <= 100 && value.every((entry) => entry === null || typeof entry === 'number')
  return isText(value, MAX_VALUE_LENGTH)
}

const lengthOf = (value: unknown) => JSON.stringify(value)?.length ?? 0

/** Kinds of content that a shared document may hold anywhere. */
function isAllowedContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentString) return true
  if (content instanceof Y.ContentAny) return content.arr.every((value: unknown) => lengthOf(value) <= MAX_VALUE_LENGTH)
  if (content instanceof Y.ContentFormat) return isAllowedMark(content.key, content.value)
  if (!(content instanceof Y.ContentType)) return false
  const type: unknown = content.type
  return type instanceof Y.XmlElement ? entryOf(NODE_ATTRIBUTES, type.nodeName) !== undefined : type instanceof Y.XmlText
}

function isAllowedMark(key: string, value: unknown): boolean {
  if (entryOf(MARK_ATTRIBUTES, markName(key)) === undefined) return false
  if (value === null) return true
  if (typeof value !== 'object' || Array.isArray(value) || lengthOf(value) > MAX_VALUE_LENGTH) return false
  const href: unknown = 'href' in value ? value.href : ''
  return Object.values(value).every((entry) => isPlain(entry)) && (href === null || (typeof href === 'string' && !runsCode(href)))
}
