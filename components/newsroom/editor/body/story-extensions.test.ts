import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suggestedDocuments } from '#domain/document/document-arbitrary.ts'
import { toStoryDocument } from '#domain/document/to-story-document.ts'
import { canIndent, schemaExtensions } from './story-extensions.ts'

const schema = getSchema(schemaExtensions)
const attributes = (spec: { attrs?: Record<string, unknown> | undefined }) => Object.keys(spec.attrs ?? {}).sort()

describe('the editor’s schema', () => {
  it('knows exactly the nodes of the document schema, with exactly their attributes', () => {
    const nodes = Object.fromEntries(Object.entries(schema.nodes).map(([name, type]) => [name, attributes(type.spec)]))
    // What prosemirror-tables asks of cells; always 1, 1 and null, and never stored.
    const cell = ['colspan', 'colwidth', 'rowspan']
    expect(nodes).toEqual({
      doc: [],
      text: [],
      paragraph: [],
      heading: ['level'],
      blockquote: [],
      pullQuote: ['attribution'],
      image: ['alt', 'assetId', 'caption', 'credit', 'size'],
      gallery: [],
      missingPicture: ['alt', 'caption', 'name'],
      divider: [],
      factBox: ['title'],
      table: ['caption'],
      tableRow: [],
      tableCell: cell,
      tableHeader: cell,
      relatedStory: ['storyId'],
      scoreboard: ['gameId'],
      poll: ['pollId'],
      embed: ['captions', 'stillAlt', 'stillAssetId', 'stillCredit', 'title', 'transcript', 'url'],
      bulletList: [],
      orderedList: [],
      listItem: [],
      hardBreak: [],
    })
  })

  it('knows exactly its marks', () => {
    const marks = Object.fromEntries(Object.entries(schema.marks).map(([name, type]) => [name, attributes(type.spec)]))
    // `modification` is there for suggestions' package alone (suggest/marks.ts) and is never made.
    expect(marks).toEqual({ source: ['href', 'note'], lang: ['lang'], link: ['href'], bold: [], italic: [], insertion: ['id'], deletion: ['id'], modification: [] })
  })

  it('takes every stored document and gives it back unchanged', () => {
    fc.assert(
      fc.property(suggestedDocuments, (document) => {
        const node = schema.nodeFromJSON(document)
        node.check()
        expect(toStoryDocument(JSON.parse(JSON.stringify(node.toJSON())))).toEqual(document)
      }),
      { numRuns: 200 },
    )
  }, 30_000)

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
