import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newSharedDraft, partsOfDraft } from '#domain/together/shared-draft.ts'
import { correctAwareness } from './awareness.ts'

const actor = { userId: 'u', staffId: 's', role: 'WRITER', name: 'Ana Ruiz' } as const
const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'The bell.' }] }
const aDoc = () => newSharedDraft({ headline: 'Bells', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: { type: 'doc', content: [paragraph] } })

/** What the others hear of a page that says this of its cursor, over the network. */
function heard(cursor: unknown): unknown {
  const states = new Map<number, Record<string, unknown>>([[1, JSON.parse(JSON.stringify({ user: { color: '#112233' }, cursor }))]])
  correctAwareness(states, { actor, isOthers: () => false, known: new Set() })
  return states.get(1)?.cursor
}

test('the place of a cursor goes to the others as it is', () => {
  const doc = aDoc()
  const { body } = partsOfDraft(doc)
  const block = body.get(0)
  const words = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('no words')
  for (const [anchor, head] of [[Y.createRelativePositionFromTypeIndex(words, 2), Y.createRelativePositionFromTypeIndex(words, 9, -1)], [Y.createRelativePositionFromTypeIndex(body, 0, -1), Y.createRelativePositionFromTypeIndex(body, 1)]]) {
    expect(heard({ anchor, head, more: 'x' })).toEqual(JSON.parse(JSON.stringify({ anchor, head })))
  }
  expect(heard(null)).toBeNull()
})

const id = { client: 1, clock: 0 }
const good = { type: null, tname: 'body', item: null, assoc: 0 }
test.each<[string, unknown]>([
  ['nothing', {}],
  ['a place that is null', { anchor: null, head: null }],
  ['a place that is nowhere', { anchor: good, head: { type: null, tname: null, item: null, assoc: 0 } }],
  ['a place that is a number', { anchor: 7, head: good }],
  ['a text of its own', { anchor: { ...good, tname: 'another' }, head: good }],
  ['a client that is no number', { anchor: { ...good, tname: null, type: { client: 'x', clock: 0 } }, head: good }],
  ['a letter before the first', { anchor: { ...good, tname: null, item: { client: 1, clock: -1 } }, head: good }],
  ['half of a letter', { anchor: { ...good, tname: null, item: { ...id, clock: 0.5 } }, head: good }],
  ['a side that is no side', { anchor: { ...good, assoc: 'left' }, head: good }],
])('a cursor with %s is none: it would end the editors of everybody else', (_name, cursor) => {
  expect(heard(cursor)).toBeNull()
})
