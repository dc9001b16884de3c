import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DOCUMENT, storyDocumentSchema } from '#domain/document/schema.ts'
import { storyDocuments } from './document-arbitrary.ts'
import { canIndent, PullQuote, storyExtensions, StoryImage } from './story-extensions.ts'
import { toStoryDocument } from './to-story-document.ts'

const schema = getSchema([...storyExtensions, PullQuote, StoryImage])
const attributes = (spec: { attrs?: Record<string, unknown> | undefined }) => Object.keys(spec.attrs ?? {}).sort()
const throughEditor = (document: unknown) => {
  const node = schema.nodeFromJSON(document)
  node.check()
  return toStoryDocument(JSON.parse(JSON.stringify(node.toJSON())))
}

describe('the editor’s schema', () => {
  it('knows exactly the nodes of the document schema, with exactly their attributes', () => {
    const nodes = Object.fromEntries(Object.entries(schema.nodes).map(([name, type]) => [name, attributes(type.spec)]))
    expect(nodes).toEqual({
      doc: [],
      text: [],
      paragraph: [],
      heading: ['level'],
      blockquote: [],
      pullQuote: ['attribution'],
      image: ['alt', 'assetId', 'caption', 'credit'],
      bulletList: [],
      orderedList: [],
      listItem: [],
      hardBreak: [],
    })
  })

  it('knows exactly its marks', () => {
    const marks = Object.fromEntries(Object.entries(schema.marks).map(([name, type]) => [name, attributes(type.spec)]))
    expect(marks).toEqual({ link: ['href'], bold: [], italic: [] })
  })

  it('takes every stored document and gives it back unchanged', () => {
    fc.assert(
      fc.property(storyDocuments, (document) => {
        const back = throughEditor(document)
        expect(back).toEqual(document)
        expect(storyDocumentSchema.safeParse(back).success).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('makes a heading of level 2 unless told otherwise', () => {
    expect(schema.nodes.heading?.create().attrs).toEqual({ level: 2 })
  })

  it('lets a list item go deeper only as far as it can be stored', () => {
    const at = (names: string[]) => ({ state: { selection: { $from: { depth: names.length, node: (depth: number) => ({ type: { name: names[depth - 1] ?? '' } }) } } } })
    expect(canIndent(at(['paragraph']))).toBe(false)
    expect(canIndent(at(['bulletList', 'listItem', 'paragraph']))).toBe(true)
    expect(canIndent(at(Array.from({ length: 6 }, () => ['bulletList', 'listItem']).flat()))).toBe(false)
  })
})

describe('toStoryDocument', () => {
  it('joins neighbours with the same marks', () => {
    const text = (value: string) => ({ type: 'text', text: value, marks: [{ type: 'bold' }] })
    expect(toStoryDocument({ type: 'doc', content: [{ type: 'paragraph', content: [text('a'), text('b'), { type: 'text', text: 'c' }] }] }).content).toEqual([
      { type: 'paragraph', content: [text('ab'), { type: 'text', text: 'c' }] },
    ])
  })

  it('drops null attributes, list numbering, link decoration, and marks on line breaks', () => {
    const emitted = {
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { start: 3, type: null },
          content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { textAlign: null }, content: [{ type: 'text', text: 'one' }] }] }],
        },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a', marks: [{ type: 'italic' }, { type: 'bold' }, { type: 'bold' }, { type: 'link', attrs: { href: '/x', target: '_blank', rel: null, class: null } }] },
            { type: 'hardBreak', marks: [{ type: 'bold' }] },
          ],
        },
      ],
    }
    expect(toStoryDocument(emitted)).toEqual({
      type: 'doc',
      content: [
        { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] }] },
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: '/x' } }, { type: 'bold' }, { type: 'italic' }] }, { type: 'hardBreak' }],
        },
      ],
    })
  })

  it('keeps the words of an unsafe link and drops the link', () => {
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }] }
    expect(toStoryDocument(document)).toEqual({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'here' }] }] })
  })

  it('drops empty paragraphs at the end only, and is the empty document where nothing is left', () => {
    const empty = { type: 'paragraph' }
    const full = { type: 'paragraph', content: [{ type: 'text', text: 'x' }] }
    expect(toStoryDocument({ type: 'doc', content: [empty, full, empty, empty] })).toEqual({ type: 'doc', content: [empty, full] })
    expect(toStoryDocument({ type: 'doc', content: [empty, empty] })).toEqual(EMPTY_DOCUMENT)
  })

  it('drops containers that hold nothing, foreign nodes and pictures without an asset', () => {
    const document = {
      type: 'doc',
      content: [
        { type: 'bulletList', content: [{ type: 'listItem', content: [] }, { type: 'paragraph' }] },
        { type: 'blockquote', content: [{ type: 'heading', attrs: { level: 2 } }] },
        { type: 'codeBlock', content: [{ type: 'text', text: 'x' }] },
        { type: 'image', attrs: { src: 'https://other.example/a.png' } },
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: '' }] },
      ],
    }
    expect(toStoryDocument(document)).toEqual({ type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }] })
  })

  it('never throws, answers a valid document, and is the same done twice', () => {
    const key = fc.constantFrom('type', 'content', 'attrs', 'marks', 'text', 'level', 'href', 'assetId', '__proto__')
    const type = fc.constantFrom('doc', 'paragraph', 'heading', 'blockquote', 'image', 'bulletList', 'orderedList', 'listItem', 'text', 'hardBreak', 'pullQuote', 'link', 'bold')
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium', maxDepth: 5 },
        fc.jsonValue({ maxDepth: 2 }),
        fc.dictionary(key, fc.oneof(type, fc.string({ maxLength: 5 }), tie('node'), fc.array(tie('node'), { maxLength: 3 }))),
      ),
    }))
    fc.assert(
      fc.property(node, (garbage) => {
        const document = toStoryDocument(garbage)
        expect(storyDocumentSchema.safeParse(document).success).toBe(true)
        expect(toStoryDocument(document)).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })
})
