import { diffArrays } from 'diff'
import * as Y from 'yjs'
import type { StoryDocument } from '../document/schema.ts'
import { comparable, jsonOf, marksIn, piecesOf, type MarkJson, type NodeJson } from './body-json.ts'
import { setText, sharedEnds } from './set-text.ts'
import { entryOf, NODE_ATTRIBUTES } from './vocabulary.ts'

/** A child as Yjs keeps it: a node, or the texts that stand between two nodes as one run. */
type Part = { kind: 'node'; node: NodeJson } | { kind: 'run'; nodes: NodeJson[] }
type Child = Y.XmlElement | Y.XmlText

/** Makes a body say what `document` says by the smallest change: equal blocks are not touched, changed ones changed inside. */
export function writeBody(body: Y.XmlFragment, document: StoryDocument): void {
  const nodes: NodeJson[] = document.content
  writeChildren(body, nodes, body.length - spareEnd(body, nodes))
}

const isEmptyParagraph = (node: NodeJson | undefined) => node?.type === 'paragraph' && (node.content ?? []).length === 0

/** How many empty paragraphs at the end are no part of the stored form: the editor keeps one there to write in. */
function spareEnd(body: Y.XmlFragment, nodes: NodeJson[]): number {
  if (isEmptyParagraph(nodes.at(-1))) return 0
  const children = body.toArray()
  let spare = 0
  while (spare < children.length && isEmptyParagraph(jsonOf(children[children.length - 1 - spare])[0])) spare += 1
  // In a body that says nothing, the first of them is what the words go into.
  return spare > 0 && spare === children.length ? spare - 1 : spare
}

function partsOf(nodes: readonly NodeJson[]): Part[] {
  const parts: Part[] = []
  for (const node of nodes) {
    const last = parts.at(-1)
    if (node.type !== 'text') parts.push({ kind: 'node', node })
    else if (last?.kind === 'run') last.nodes.push(node)
    else parts.push({ kind: 'run', nodes: [node] })
  }
  return parts
}

const partKey = (part: Part) => (part.kind === 'node' ? comparable(part.node) : comparable({ type: 'run', content: part.nodes }))
const childKey = (child: unknown) => (child instanceof Y.XmlText ? comparable({ type: 'run', content: jsonOf(child) }) : comparable(jsonOf(child)[0] ?? { type: '' }))

function writeChildren(parent: Y.XmlFragment, nodes: readonly NodeJson[], length: number): void {
  const children = parent.toArray().slice(0, length)
  const parts = partsOf(nodes)
  let [at, from, to] = [0, 0, 0]
  const steps = diffArrays(children.map(childKey), parts.map(partKey))
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i]
    if (step === undefined) continue
    if (!step.added && !step.removed) {
      at += step.value.length
      from += step.value.length
      to += step.value.length
      continue
    }
    // What goes and what comes at one place belong together, in whichever order they are told.
    const next = steps[i + 1]
    const pair = next !== undefined && (next.added || next.removed) && next.added !== step.added ? next : undefined
    if (pair !== undefined) i += 1
    const [gone, come] = step.removed ? [step, pair] : [pair, step]
    const removed = children.slice(from, (from += gone?.value.length ?? 0))
    const added = parts.slice(to, (to += come?.value.length ?? 0))
    at = writeRun(parent, at, removed, added)
  }
}

/** Turns the children from `at` on into `added`; answers where the next child stands. */
function writeRun(parent: Y.XmlFragment, start: number, removed: readonly unknown[], added: readonly Part[]): number {
  const partner = matches(removed, added)
  let at = start
  let used = 0
  const drop = (until: number) => {
    if (until > used) parent.delete(at, until - used)
    used = until
  }
  added.forEach((part, index) => {
    const match = partner[index] ?? -1
    const child = removed[match]
    if (isChild(child)) {
      drop(match)
      used = match + 1
      change(child, part)
    } else parent.insert(at, [made(part)])
    at += 1
  })
  drop(removed.length)
  return at
}

const isChild = (child: unknown): child is Child => child instanceof Y.XmlText || child instanceof Y.XmlElement
const sameKind = (child: unknown, part: Part) => (part.kind === 'run' ? child instanceof Y.XmlText : child instanceof Y.XmlElement && child.nodeName === part.node.type)

/** More comparisons than this are not made; then children are paired in order. */
const COMPARED_UP_TO = 400

/** For each part the index of the child that becomes it, in order, so that the most words stay; -1: none. */
function matches(removed: readonly unknown[], added: readonly Part[]): number[] {
  const all = removed.length * added.length <= COMPARED_UP_TO
  const texts = removed.map((child) => wordsOf(jsonOf(child)))
  const score = (r: number, a: number): number => {
    const part = added[a]
    if (part === undefined || !sameKind(removed[r], part)) return 0
    return all ? 1 + likeness(texts[r] ?? '', wordsOf(part.kind === 'node' ? [part.node] : part.nodes)) : r === a ? 1 : 0
  }
  const best = Array.from({ length: removed.length + 1 }, () => Array.from({ length: added.length + 1 }, () => 0))
  const value = (r: number, a: number) => best[r]?.[a] ?? 0
  for (let r = removed.length - 1; r >= 0; r -= 1) {
    for (let a = added.length - 1; a >= 0; a -= 1) {
      const own = score(r, a)
      const row = best[r]
      if (row !== undefined) row[a] = Math.max(value(r + 1, a), value(r, a + 1), own > 0 ? own + value(r + 1, a + 1) : 0)
    }
  }
  const partner = added.map(() => -1)
  for (let r = 0, a = 0; r < removed.length && a < added.length; ) {
    const own = score(r, a)
    if (own > 0 && value(r, a) === own + value(r + 1, a + 1)) partner[a++] = r++
    else if (value(r, a) === value(r + 1, a)) r += 1
    else a += 1
  }
  return partner
}

function wordsOf(nodes: readonly NodeJson[]): string {
  return nodes.map((node) => `${node.text ?? ''}${Object.values(node.attrs ?? {}).join(' ')}${wordsOf(node.content ?? [])}`).join('')
}

/** How much of two texts is the same at both ends, from 0 to 1. */
function likeness(a: string, b: string): number {
  const { start, end } = sharedEnds(a, b)
  return (start + end) / Math.max(1, a.length, b.length)
}

/** A child that does not stand in a document yet. */
function made(part: Part): Child {
  if (part.kind === 'run') {
    const text = new Y.XmlText()
    text.applyDelta(part.nodes.map((node) => ({ insert: node.text ?? '', attributes: attributesOf(node.marks) })))
    return text
  }
  const element = new Y.XmlElement(part.node.type)
  for (const [name, value] of Object.entries(part.node.attrs ?? {})) if (value !== undefined && value !== null) setAttribute(element, name, value)
  element.insert(0, partsOf(part.node.content ?? []).map(made))
  return element
}

/** Yjs types attributes as texts and keeps any plain value; a heading's level is a number. */
function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  Reflect.apply(element.setAttribute, element, [name, value])
}

const attributesOf = (marks: readonly MarkJson[] | undefined) => Object.fromEntries((marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]))

/** Makes a child of the same kind say what `part` says. */
function change(child: Child, part: Part): void {
  if (child instanceof Y.XmlText) {
    if (part.kind === 'run') changeText(child, part.nodes)
    return
  }
  if (part.kind === 'run') return
  const now: Record<string, unknown> = child.getAttributes()
  const wanted = part.node.attrs ?? {}
  for (const name of entryOf(NODE_ATTRIBUTES, part.node.type) ?? []) {
    const value = wanted[name] ?? null
    if (value === null) {
      if (now[name] !== undefined && now[name] !== null) child.removeAttribute(name)
    } else if (now[name] !== value) setAttribute(child, name, value)
  }
  writeChildren(child, part.node.content ?? [], child.length)
}

function changeText(text: Y.XmlText, nodes: readonly NodeJson[]): void {
  setText(text, nodes.map((node) => node.text ?? '').join(''), piecesOf(text).map(({ insert }) => insert).join(''))
  // Only marks that differ are touched, piece by piece.
  const pieces = piecesOf(text)
  const delta: { retain: number; attributes?: Record<string, unknown> }[] = []
  let [piece, offset] = [0, 0]
  for (const node of nodes) {
    let left = (node.text ?? '').length
    while (left > 0) {
      const current = pieces[piece]
      if (current === undefined) return
      const length = Math.min(left, current.insert.length - offset)
      const attributes = markChanges(current.attributes, node.marks ?? [])
      delta.push(Object.keys(attributes).length === 0 ? { retain: length } : { retain: length, attributes })
      left -= length
      offset += length
      if (offset === current.insert.length) [piece, offset] = [piece + 1, 0]
    }
  }
  if (delta.some(({ attributes }) => attributes !== undefined)) text.applyDelta(delta)
}

const markKey = ({ type, attrs }: MarkJson) => comparable({ type, attrs: attrs ?? {} })

/** The attributes to set (a mark) and to end (null) so that a piece bears `wanted`. */
function markChanges(attributes: unknown, wanted: readonly MarkJson[]): Record<string, unknown> {
  const now = marksIn(attributes)
  const [wantedKeys, nowKeys] = [wanted.map(markKey), now.map(markKey)]
  const changes: Record<string, unknown> = {}
  now.forEach(({ key }, index) => {
    if (!wantedKeys.includes(nowKeys[index] ?? '')) changes[key] = null
  })
  wanted.forEach(({ type, attrs }, index) => {
    if (!nowKeys.includes(wantedKeys[index] ?? '')) changes[type] = attrs ?? {}
  })
  return changes
}
