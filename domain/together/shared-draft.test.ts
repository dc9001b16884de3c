import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { storyDocuments } from '../document/document-arbitrary.ts'
import { EMPTY_DOCUMENT, type Block, type StoryDocument } from '../document/schema.ts'
import type { StoryContent } from '../story.ts'
import { EMPTY_REVIEW } from '../story-template.ts'
import { contentFrom, newSharedDraft, partsOfDraft, setText, writeContent } from './shared-draft.ts'

const SECTION = '0190d5c2-7b1e-7000-8000-000000000001'
const PICTURE = '0190d5c2-7b1e-7000-8000-000000000002'

/** Property tests on a busy machine, in ms. */
const SLOW = { timeout: 60_000 }
const body = (...content: Block[]): StoryDocument => ({ type: 'doc', content })
const paragraph = (text: string): Block => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] })
const content = (change: Partial<StoryContent> = {}): StoryContent => ({
  headline: 'Robotics wins', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: body(paragraph('The bell rang at noon.')), ...change,
})

const words = fc.string({ maxLength: 40, unit: 'grapheme' })
const contents: fc.Arbitrary<StoryContent> = fc.record({
  headline: words,
  deck: words,
  slug: fc.constantFrom('', 'robotics-final'),
  sectionId: fc.constantFrom(null, SECTION),
  tags: fc.uniqueArray(fc.constantFrom('Sports', 'School life', 'Arts'), { maxLength: 3 }),
  bylines: fc.array(fc.oneof(fc.record({ staffId: fc.constant(SECTION), name: fc.constant(null), credit: fc.constant('Staff Writer') }), fc.record({ staffId: fc.constant(null), name: fc.constant('Guest'), credit: fc.constant('') })), { maxLength: 2 }),
  lead: fc.option(fc.record({ assetId: fc.constant(PICTURE), caption: words, alt: words, credit: words }), { nil: null }),
  body: storyDocuments,
}).chain((made) => fc.constantFrom<StoryContent>(made, { ...made, template: { kind: 'opinion' } }, { ...made, template: { ...EMPTY_REVIEW, title: 'The Boats', rating: 7 } }))

const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const merge = (a: Y.Doc, b: Y.Doc) => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

test('keeps every content as it is', SLOW, () => {
  fc.assert(
    fc.property(contents, (one) => {
      expect(contentFrom(newSharedDraft(one))).toEqual({ content: one, problems: [] })
    }),
  )
})

test('turns any content into any other, and back', SLOW, () => {
  fc.assert(
    fc.property(contents, contents, (one, two) => {
      const doc = newSharedDraft(one)
      writeContent(doc, two)
      expect(contentFrom(doc).content).toEqual(two)
      writeContent(doc, one)
      expect(contentFrom(doc).content).toEqual(one)
    }),
  )
})

test('changes nothing where nothing differs', SLOW, () => {
  fc.assert(
    fc.property(contents, (one) => {
      const doc = newSharedDraft(one)
      let changes = 0
      doc.on('update', () => (changes += 1))
      writeContent(doc, one)
      expect(changes).toBe(0)
    }),
  )
})

test('two copies that were changed apart agree after a merge', SLOW, () => {
  fc.assert(
    fc.property(contents, contents, contents, (one, two, three) => {
      const here = newSharedDraft(one)
      const there = copyOf(here)
      writeContent(here, two)
      writeContent(there, three)
      merge(here, there)
      expect(contentFrom(here)).toEqual(contentFrom(there))
    }),
  )
})

test.each<[string, Block[], Block[], Block[], string[]]>([
  ['different paragraphs', [paragraph('One.'), paragraph('Two.')], [paragraph('One, she said.'), paragraph('Two.')], [paragraph('One.'), paragraph('Two, he said.')], ['One, she said.', 'Two, he said.']],
  ['one paragraph', [paragraph('The bell rang at noon.')], [paragraph('The old bell rang at noon.')], [paragraph('The bell rang at noon today.')], ['The old bell rang at noon today.']],
  ['a new paragraph before, words behind', [paragraph('Last.')], [paragraph('First.'), paragraph('Last.')], [paragraph('Last of all.')], ['First.', 'Last of all.']],
  ['both ends of one paragraph, and its middle', [paragraph('abc middle xyz')], [paragraph('Abc middle xyZ')], [paragraph('abc, the middle, xyz')], ['Abc, the middle, xyZ']],
  ['a list item', [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pens' }] }] }, { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ink' }] }] }] }], [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Red pens' }] }] }, { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ink' }] }] }] }], [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Pens' }] }] }, { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Blue ink' }] }] }] }], ['Red pens', 'Blue ink']],
])('keeps what both wrote in %s', (_name, before, hers, his, wanted) => {
  const here = newSharedDraft(content({ body: body(...before) }))
  const there = copyOf(here)
  writeContent(here, content({ body: body(...hers) }))
  writeContent(there, content({ body: body(...his) }))
  merge(here, there)
  const said = JSON.stringify(contentFrom(here).content.body)
  for (const words of wanted) expect(said).toContain(`"${words}"`)
})

test('keeps a word that somebody types where somebody else puts bold', () => {
  const here = newSharedDraft(content({ body: body(paragraph('A fine day it was')) }))
  const there = copyOf(here)
  writeContent(here, content({ body: body({ type: 'paragraph', content: [{ type: 'text', text: 'A ' }, { type: 'text', text: 'fine', marks: [{ type: 'bold' }] }, { type: 'text', text: ' day it was' }] }) }))
  writeContent(there, content({ body: body(paragraph('A fine day it surely was')) }))
  merge(here, there)
  expect(contentFrom(here).content.body.content).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'A ' }, { type: 'text', text: 'fine', marks: [{ type: 'bold' }] }, { type: 'text', text: ' day it surely was' }] },
  ])
})

test('keeps both halves of a headline that two people change', () => {
  const here = newSharedDraft(content({ headline: 'Robotics team wins' }))
  const there = copyOf(here)
  setText(here.getText('headline'), 'Our robotics team wins')
  setText(there.getText('headline'), 'Robotics team wins again')
  merge(here, there)
  expect(contentFrom(here).content.headline).toBe('Our robotics team wins again')
})

test('leaves the empty paragraph at the end alone, in which the editor waits', () => {
  const doc = newSharedDraft(content())
  partsOfDraft(doc).body.push([new Y.XmlElement('paragraph')])
  writeContent(doc, content({ body: body(paragraph('The bell rang.')) }))
  expect(partsOfDraft(doc).body.length).toBe(2)
  expect(contentFrom(doc).content.body).toEqual(body(paragraph('The bell rang.')))
})

test('says what keeps a text from being a revision, and keeps it', () => {
  const long = 'x'.repeat(201)
  const doc = newSharedDraft(content({ headline: long, tags: ['x'.repeat(41)], bylines: [{ staffId: null, name: '', credit: '' }], body: body({ type: 'image', attrs: { assetId: PICTURE, caption: 'A picture', alt: '', credit: long } }) }))
  const found = contentFrom(doc)
  expect(found.content.headline).toBe(long)
  expect(found.problems.map(({ field, message }) => `${field}: ${message}`)).toEqual([
    'headline: Keep the headline under 200 characters.',
    'tags: Keep a tag under 40 characters.',
    'bylines: Choose somebody on staff, or type a name.',
    'image-1: Picture 1: Keep a credit under 200 characters.',
  ])
})

test('makes of junk what can be made of it', () => {
  const doc = new Y.Doc()
  const { body: fragment, fields, text } = partsOfDraft(doc)
  for (const [name, value] of [['slug', 7], ['sectionId', 'no id'], ['tags', ['ok', 3, '  ', null]], ['bylines', [null, 4, { staffId: 'x', name: 5 }]], ['leadAssetId', {}]] as const) fields.set(name, value)
  text('headline').insert(0, 'half a pair \ud83d and a nul \u0000.')
  text('headline').insertEmbed(0, { image: 'x' })
  fragment.push([new Y.XmlText('loose words'), new Y.XmlElement('script'), new Y.XmlElement('image')])
  Reflect.apply(fragment.push, fragment, [[new Y.XmlHook('x')]])
  const deep = new Y.XmlElement('blockquote')
  fragment.push([deep])
  let inner = deep
  for (let depth = 0; depth < 500; depth += 1) {
    const next = new Y.XmlElement('blockquote')
    inner.push([next])
    inner = next
  }
  const { content: made, problems } = contentFrom(doc)
  expect(made).toMatchObject({ headline: 'half a pair \ufffd and a nul .', slug: '', sectionId: null, tags: ['ok'], lead: null, bylines: [{ staffId: null, name: null, credit: '' }] })
  expect(problems.map(({ field }) => field)).toEqual(['bylines'])
})

test('an empty document says nothing', () => {
  expect(contentFrom(new Y.Doc()).content).toEqual(content({ headline: '', body: EMPTY_DOCUMENT }))
})

test('is total over documents of anything', SLOW, () => {
  const part: fc.Arbitrary<Y.XmlElement | Y.XmlText> = fc.letrec<{ node: Y.XmlElement | Y.XmlText }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.tuple(fc.string({ maxLength: 5 }), fc.dictionary(fc.constantFrom('bold', 'link', 'link--AbCd12+/', 'x', '__proto__'), fc.constantFrom({}, { href: 'javascript:1' }, true), { maxKeys: 2 })).map(([insert, attributes]) => {
        const made = new Y.XmlText()
        if (insert !== '') made.applyDelta([{ insert, attributes }])
        return made
      }),
      fc
        .tuple(fc.constantFrom('paragraph', 'table', 'tableRow', 'tableCell', 'listItem', 'bulletList', 'gallery', 'image', 'embed', 'hardBreak', 'doc', 'constructor'), fc.array(tie('node'), { maxLength: 3 }), fc.dictionary(fc.constantFrom('level', 'url', 'assetId', 'caption', '__proto__'), fc.constantFrom('3', PICTURE, 'javascript:1'), { maxKeys: 2 }))
        .map(([name, children, attributes]) => {
          const made = new Y.XmlElement(name)
          for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
          made.insert(0, children)
          return made
        }),
    ),
  })).node
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), contents, (parts, wanted) => {
      const doc = new Y.Doc()
      partsOfDraft(doc).body.insert(0, parts)
      expect(contentFrom(doc).problems.filter(({ field }) => field === 'body')).toEqual([])
      writeContent(doc, wanted)
      expect(contentFrom(doc).content).toEqual(wanted)
    }),
  )
})
