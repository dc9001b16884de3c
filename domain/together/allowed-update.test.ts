import fc from 'fast-check'
import { getSchema } from '@tiptap/core'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { schemaExtensions } from '#components/newsroom/editor/body/story-extensions.ts'
import { storyDocuments } from '../document/document-arbitrary.ts'
import { EMPTY_DOCUMENT } from '../document/schema.ts'
import type { StoryContent } from '../story.ts'
import { EMPTY_REVIEW } from '../story-template.ts'
import { isAllowedUpdate, MAX_UPDATE_BYTES } from './allowed-update.ts'
import { mendSharedDraft } from './mend.ts'
import { contentFrom, newSharedDraft, partsOfDraft, writeContent } from './shared-draft.ts'
import { entryOf, EDITOR_ATTRIBUTES, MARK_ATTRIBUTES, markName, NODE_ATTRIBUTES } from './vocabulary.ts'

/** Property tests on a busy machine, in ms. */
const SLOW = 60_000
const content = (body: StoryContent['body']): StoryContent => ({ headline: 'A', deck: '', slug: '', sectionId: null, tags: ['Sports'], bylines: [], lead: null, body })
const schema = getSchema(schemaExtensions)

/** The change that `change` makes in a document of one paragraph, and that document. */
function changed(change: (doc: Y.Doc) => void): { update: Uint8Array; doc: Y.Doc } {
  const doc = newSharedDraft(content({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The bell.' }] }] }))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  change(other)
  return { update: Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), doc }
}

const first = (doc: Y.Doc) => {
  const found = partsOfDraft(doc).body.get(0)
  if (!(found instanceof Y.XmlElement)) throw new Error('no paragraph')
  return found
}
const firstText = (doc: Y.Doc) => {
  const found = first(doc).get(0)
  if (!(found instanceof Y.XmlText)) throw new Error('no text')
  return found
}
/** Yjs types do not let everything in that Yjs does. */
const pushAny = (body: Y.XmlFragment, child: unknown) => void Reflect.apply(body.push, body, [[child]])
const put = (element: Y.XmlElement, name: string, value: unknown) => void Reflect.apply(element.setAttribute, element, [name, value])

test('takes whatever the editor writes, whole and change by change', () => {
  fc.assert(
    fc.property(storyDocuments, storyDocuments, (one, two) => {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      const server = new Y.Doc()
      for (const document of [one, two, one]) {
        const { body } = partsOfDraft(doc)
        updateYFragment(doc, body, schema.nodeFromJSON(document), { mapping: new Map(), isOMark: new Map() })
        for (const update of updates.splice(0)) {
          expect(isAllowedUpdate(update, server)).toBe(true)
          Y.applyUpdate(server, update)
        }
      }
      expect(isAllowedUpdate(Y.encodeStateAsUpdate(doc))).toBe(true)
      expect(contentFrom(server).content.body).toEqual(one)
    }),
    { numRuns: 30 },
  )
}, SLOW)

test('takes whatever the server writes, also what hangs on changes that have not arrived', () => {
  fc.assert(
    fc.property(storyDocuments, storyDocuments, (one, two) => {
      const doc = newSharedDraft(content(one))
      const vector = Y.encodeStateVector(doc)
      writeContent(doc, content(two))
      expect(isAllowedUpdate(Y.encodeStateAsUpdate(doc, vector), new Y.Doc())).toBe(true)
    }),
    { numRuns: 50 },
  )
}, SLOW)

test.each([{ kind: 'opinion' }, { ...EMPTY_REVIEW, title: 'The Boats', rating: 7 }, null])('takes the template %j', (template) => {
  const doc = newSharedDraft(content(EMPTY_DOCUMENT))
  const vector = Y.encodeStateVector(doc)
  partsOfDraft(doc).fields.set('template', template)
  expect(isAllowedUpdate(Y.encodeStateAsUpdate(doc, vector), doc)).toBe(true)
})

test('knows every node, mark and attribute of the editor', () => {
  for (const node of Object.values(schema.nodes)) {
    if (node === schema.topNodeType || node.isText) continue
    expect([node.name, entryOf(NODE_ATTRIBUTES, node.name)]).toEqual([node.name, expect.anything()])
    for (const name of Object.keys(node.spec.attrs ?? {})) expect([...(entryOf(NODE_ATTRIBUTES, node.name) ?? []), ...EDITOR_ATTRIBUTES], `${node.name}.${name}`).toContain(name)
  }
  // y-prosemirror cannot keep what `modification` stands for, and the editor never makes one.
  for (const name of Object.keys(schema.marks)) if (name !== 'modification') expect(entryOf(MARK_ATTRIBUTES, name), name).toBeDefined()
})

test('reads the names of marks with and without a hash', () => {
  expect([markName('bold'), markName('link--AbCd12+/'), markName('link--short')]).toEqual(['bold', 'link', 'link--short'])
})

test.each<[string, (doc: Y.Doc) => void]>([
  ['another root', (doc) => doc.getMap('other').set('a', 1)],
  ['another root of the same kind', (doc) => doc.getText('leadcaption').insert(0, 'x')],
  ['an unknown node', (doc) => partsOfDraft(doc).body.push([new Y.XmlElement('script')])],
  ['a node with the name of an own property of every object', (doc) => partsOfDraft(doc).body.push([new Y.XmlElement('constructor')])],
  ['an unknown attribute', (doc) => first(doc).setAttribute('onclick', 'x')],
  ['an attribute with the name of a prototype', (doc) => first(doc).setAttribute('__proto__', 'x')],
  ['an attribute that holds an object', (doc) => put(first(doc), 'level', { a: 1 })],
  ['an attribute that holds a shared type', (doc) => put(first(doc), 'level', new Y.Map())],
  ['an attribute that is too long', (doc) => first(doc).setAttribute('caption', 'x'.repeat(30_000))],
  ['a second value of an attribute that is no plain value', (doc) => {
    first(doc).setAttribute('caption', 'x')
    put(first(doc), 'caption', new Y.XmlElement('paragraph'))
  }],
  ['an unknown mark', (doc) => firstText(doc).format(0, 3, { blink: {} })],
  ['a mark that is no object', (doc) => firstText(doc).format(0, 3, { bold: 'yes' })],
  ['a link that runs code', (doc) => firstText(doc).format(0, 3, { link: { href: 'java\tscript:alert(1)' } })],
  ['an embed whose address runs code', (doc) => {
    const embed = new Y.XmlElement('embed')
    embed.setAttribute('url', ' JavaScript:alert(1)')
    partsOfDraft(doc).body.push([embed])
  }],
  ['a link that is no text', (doc) => firstText(doc).format(0, 3, { link: { href: ['javascript:alert(1)'] } })],
  ['a mark with a large value', (doc) => firstText(doc).format(0, 3, { link: { href: `https://x.example/${'x'.repeat(30_000)}` } })],
  ['something embedded in a text', (doc) => firstText(doc).insertEmbed(1, { image: 'x' })],
  ['a shared type embedded in a text', (doc) => firstText(doc).insertEmbed(1, new Y.Map())],
  ['a hook', (doc) => pushAny(partsOfDraft(doc).body, new Y.XmlHook('x'))],
  ['a document in a document', (doc) => partsOfDraft(doc).fields.set('slug', new Y.Doc())],
  ['bytes', (doc) => partsOfDraft(doc).fields.set('slug', new Uint8Array(4))],
  ['an unknown field', (doc) => partsOfDraft(doc).fields.set('state', 'LIVE')],
  ['a field with the name of a prototype', (doc) => partsOfDraft(doc).fields.set('__proto__', 'x')],
  ['a field of another kind', (doc) => partsOfDraft(doc).fields.set('slug', ['a'])],
  ['a second value of a field of another kind', (doc) => partsOfDraft(doc).fields.set('tags', { length: 1 })],
  ['too many tags', (doc) => partsOfDraft(doc).fields.set('tags', Array.from({ length: 60 }, () => 'x'))],
  ['tags that are no texts', (doc) => partsOfDraft(doc).fields.set('tags', [1])],
  ['bylines that hold too much', (doc) => partsOfDraft(doc).fields.set('bylines', [{ staffId: null, name: 'x'.repeat(30_000), credit: '' }])],
  ['a template that is a list', (doc) => partsOfDraft(doc).fields.set('template', ['opinion'])],
  ['a template that holds an object', (doc) => partsOfDraft(doc).fields.set('template', { kind: { a: 1 } })],
  ['a template that holds too much', (doc) => partsOfDraft(doc).fields.set('template', { kind: 'review', title: 'x'.repeat(30_000) })],
  ['a headline with marks', (doc) => partsOfDraft(doc).text('headline').format(0, 1, { bold: {} })],
  ['a headline with a key', (doc) => partsOfDraft(doc).text('headline').setAttribute('caption', 'x')],
  ['nodes in a headline', (doc) => void partsOfDraft(doc).text('headline').insertEmbed(0, new Y.XmlElement('paragraph'))],
  ['an attribute of the body itself', (doc) => doc.get('body', Y.XmlElement).setAttribute('caption', 'x')],
  ['nodes that lie too deep', (doc) => {
    let inner = first(doc)
    for (let depth = 0; depth < 60; depth += 1) {
      const next = new Y.XmlElement('blockquote')
      inner.push([next])
      inner = next
    }
  }],
])('refuses %s', (_name, change) => {
  const { update, doc } = changed(change)
  expect(isAllowedUpdate(update, doc)).toBe(false)
})

/** Content of any kind as the next child, which the types of Yjs would not let in. */
function pushContent(parent: Y.XmlFragment | Y.XmlText, content: Y.Item['content']): void {
  const doc = parent.doc
  if (doc === null) throw new Error('no document')
  doc.transact((transaction) => {
    const last = lastOf(parent)
    const item = new Y.Item(Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID)), last, last?.lastId ?? null, null, null, parent, null, content)
    item.integrate(transaction, 0)
  })
}
function lastOf(parent: Y.XmlFragment | Y.XmlText): Y.Item | null {
  let last = parent._start
  while (last !== null && last.right !== null) last = last.right
  return last
}

const MISPLACED: [string, (doc: Y.Doc) => void][] = [
  ['words that stand between the blocks', (doc) => pushContent(partsOfDraft(doc).body, new Y.ContentString('words'))],
  ['words in a block that are no text of it', (doc) => pushContent(first(doc), new Y.ContentString('words'))],
  ['a text that stands between the blocks', (doc) => pushAny(partsOfDraft(doc).body, new Y.XmlText('words'))],
  ['a block inside a text', (doc) => void firstText(doc).insertEmbed(1, new Y.XmlElement('paragraph'))],
  ['a text inside a text', (doc) => void firstText(doc).insertEmbed(1, new Y.XmlText('words'))],
]

test.each(MISPLACED)('refuses %s, with which nobody could open the story again', (_name, change) => {
  const { update, doc } = changed(change)
  expect(isAllowedUpdate(update, doc)).toBe(false)
})

test.each(MISPLACED)('takes out %s where it came in before what it hangs on', (_name, change) => {
  const { update, doc } = changed(change)
  Y.applyUpdate(doc, update)
  mendSharedDraft(doc)
  expect(isAllowedUpdate(Y.encodeStateAsUpdate(doc))).toBe(true)
  expect(initProseMirrorDoc(partsOfDraft(doc).body, schema).doc.textContent).toBe('The bell.')
})

test('refuses depth that is added step by step', () => {
  const { doc } = changed(() => undefined)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  let inner = first(other)
  let refused = 0
  for (let depth = 0; depth < 60; depth += 1) {
    const before = Y.encodeStateVector(other)
    const next = new Y.XmlElement('blockquote')
    inner.push([next])
    inner = next
    const update = Y.encodeStateAsUpdate(other, before)
    if (isAllowedUpdate(update, doc)) Y.applyUpdate(doc, update)
    else refused += 1
    // What hangs on a refused change waits for ever.
  }
  expect(refused).toBeGreaterThan(0)
})

test('refuses depth that arrives from the inside out', () => {
  const other = new Y.Doc()
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.unshift(update))
  partsOfDraft(other).body.push([new Y.XmlElement('blockquote')])
  let inner = first(other)
  for (let depth = 0; depth < 100; depth += 1) {
    const next = new Y.XmlElement('blockquote')
    inner.push([next])
    inner = next
  }
  const doc = new Y.Doc()
  let taken = 0
  for (const update of updates) {
    if (!isAllowedUpdate(update, doc)) break
    Y.applyUpdate(doc, update)
    taken += 1
  }
  expect(taken).toBeLessThan(60)
})

test('refuses what cannot be read, and what is too long', () => {
  expect(isAllowedUpdate(new Uint8Array(MAX_UPDATE_BYTES + 1))).toBe(false)
  expect(isAllowedUpdate(new Uint8Array([1, 2, 3]))).toBe(false)
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof isAllowedUpdate(bytes) === 'boolean'))
})

test('refuses or takes damaged changes without a crash', () => {
  const { update, doc } = changed((other) => writeContent(other, content(EMPTY_DOCUMENT)))
  fc.assert(
    fc.property(fc.nat(update.length - 1), fc.nat(255), (at, byte) => {
      const damaged = Uint8Array.from(update)
      damaged[at] = byte
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      return typeof isAllowedUpdate(damaged, copy) === 'boolean'
    }),
  )
})

test('takes deletions and what was cleared away', () => {
  const doc = newSharedDraft(content(EMPTY_DOCUMENT))
  writeContent(doc, content({ type: 'doc', content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A' }] }] }))
  writeContent(doc, content(EMPTY_DOCUMENT))
  expect(isAllowedUpdate(Y.encodeStateAsUpdate(doc))).toBe(true)
})

test('judges a long change quickly', () => {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  partsOfDraft(doc).body.insert(0, [new Y.XmlElement('paragraph')])
  first(doc).insert(0, [text])
  for (let at = 0; at < 20_000; at += 1) text.insert(Math.floor(at / 2), 'x')
  const update = Y.encodeStateAsUpdate(doc)
  expect(isAllowedUpdate(update, new Y.Doc())).toBe(true)
}, SLOW)
