import { getSchema } from '@tiptap/core'
import { DOMParser, DOMSerializer, Fragment, Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suggestedDocuments } from '#domain/document/document-arbitrary.ts'
import { toStoryDocument } from '#domain/document/to-story-document.ts'
import { pasteHandlers } from '../body/paste/paste-handlers.ts'
import { schemaExtensions } from '../body/story-extensions.ts'
import { htmlOf, readHtml, smallDocument } from './testing/small-dom.ts'

const schema = getSchema(schemaExtensions)

/** What the editor copies, as the HTML of the clipboard, and what it makes of that when it is pasted again: nothing may be lost on the way. */
const copied = (doc: Node) => htmlOf(DOMSerializer.fromSchema(schema).serializeFragment(doc.content, { document: smallDocument }, smallDocument.createDocumentFragment() as unknown as HTMLElement))
const pasted = (html: string, preserveWhitespace: true | 'full' = 'full') => DOMParser.fromSchema(schema).parse(readHtml(html), { preserveWhitespace })

const source = (note: string, href: string | null = null) => ({ type: 'source', attrs: { note, href } })
const lang = (tag: string) => ({ type: 'lang', attrs: { lang: tag } })
const words = (text: string, ...marks: object[]) => ({ type: 'text', text, marks })
const paragraph = (...content: object[]) => Node.fromJSON(schema, { type: 'doc', content: [{ type: 'paragraph', content }] })

test.each([
  ['a source', [words('nine', source('Budget of 2026'))]],
  ['a source with an address', [words('nine', source('Budget & “more” <b>', 'https://a.example/?b=c&d=e'))]],
  ['a language', [words('buenos días', lang('es'))]],
  ['right to left', [words('سلام', lang('ar'))]],
  ['a source in another language, in bold and linked', [words('x ', source('S'), lang('es')), words('y', source('S'), lang('es'), { type: 'link', attrs: { href: 'https://a.example/' } }, { type: 'bold' }), words(' z', source('S'))]],
  ['two sources beside each other', [words('a', source('One')), words('b', source('Two'))]],
  ['the same words of a suggestion', [words('a', source('One'), lang('fr'), { type: 'insertion', attrs: { id: 'b:1' } }), words('b', source('One'), { type: 'deletion', attrs: { id: 'b:2' } })]],
])('%s is pasted as it was copied', (_, content) => {
  const doc = paragraph(...content)
  for (const whitespace of [true, 'full'] as const) expect(pasted(copied(doc), whitespace).toJSON()).toEqual(doc.toJSON())
})

test('an address that was copied out of a story stays what it was, with its source; one from elsewhere becomes a link', () => {
  const url = 'https://a.example/report'
  const doc = paragraph(words(url, source('The report'), { type: 'link', attrs: { href: url } }))
  let state = EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph' }] }) })
  const view = { get state() { return state }, dispatch: (transaction: Transaction) => (state = state.apply(transaction)) } as unknown as EditorView
  const heard: string[] = []
  const { handlePaste } = pasteHandlers({ current: { onPictures: () => {}, onAsset: () => {}, onAddress: ({ url: told }) => void heard.push(told) } })
  const clipboard = (html: string) => ({ clipboardData: { files: [], getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? url : '') } }) as unknown as ClipboardEvent
  const own = copied(doc).replace('<p>', '<p data-pm-slice="1 1 []">')
  expect(handlePaste(view, clipboard(own))).toBe(false)
  expect(pasted(own).toJSON()).toEqual(doc.toJSON())
  expect([handlePaste(view, clipboard('')), heard, state.doc.textContent]).toEqual([true, [url], url])
})

test('whatever a paragraph holds comes back with all its marks', () => {
  fc.assert(
    fc.property(suggestedDocuments, (document) => {
      const lines = schema.nodeFromJSON(document).children.filter(({ type }) => ['paragraph', 'heading', 'pullQuote', 'blockquote', 'bulletList', 'orderedList', 'factBox', 'table'].includes(type.name))
      if (lines.length === 0) return
      const doc = schema.topNodeType.create(null, Fragment.from(lines))
      expect(toStoryDocument(pasted(copied(doc)).toJSON())).toEqual(toStoryDocument(doc.toJSON()))
    }),
    { numRuns: 100 },
  )
}, 60_000)
