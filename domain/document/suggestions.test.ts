import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyDocumentSchema, type Block, type Inline, type Paragraph, type StoryDocument } from './schema.ts'
import { acceptedBody, rejectedBody, suggestionsIn } from './suggestions.ts'

const text = (value: string): Inline => ({ type: 'text', text: value })
const suggested = (kind: 'insertion' | 'deletion', value: string, id = 'a:1'): Inline => ({ type: 'text', text: value, marks: [{ type: 'bold' }, { type: kind, attrs: { id } }] })
const paragraph = (...content: Inline[]): Paragraph => (content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content })
const doc = (...content: Block[]): StoryDocument => ({ type: 'doc', content })
const bold = (value: string): Inline => ({ type: 'text', text: value, marks: [{ type: 'bold' }] })

test('accepted words join the text, rejected ones leave no trace', () => {
  const document = doc(paragraph(text('They '), suggested('deletion', 'lost'), suggested('insertion', 'won'), text(' it.')), paragraph(suggested('insertion', 'All of it')))
  expect(acceptedBody(document)).toEqual(doc(paragraph(text('They '), bold('won'), text(' it.')), paragraph(bold('All of it'))))
  expect(rejectedBody(document)).toEqual(doc(paragraph(text('They '), bold('lost'), text(' it.')), paragraph()))
})

test('suggestions are listed in reading order, pieces of one together', () => {
  const document = doc(
    paragraph(suggested('deletion', 'one '), suggested('deletion', 'two'), { type: 'hardBreak' }, suggested('insertion', 'three')),
    paragraph(suggested('insertion', 'four', 'b:2')),
  )
  expect(suggestionsIn(document)).toEqual([
    { id: 'a:1', kind: 'deletion', text: 'one two' },
    { id: 'a:1', kind: 'insertion', text: 'three' },
    { id: 'b:2', kind: 'insertion', text: 'four' },
  ])
})

test('they are found in every block that has words', () => {
  const inside = paragraph(suggested('insertion', 'x'))
  const item = { type: 'listItem' as const, content: [inside, { type: 'orderedList' as const, content: [{ type: 'listItem' as const, content: [inside] }] }] }
  const document = doc(
    { type: 'heading', attrs: { level: 2 }, content: [suggested('insertion', 'x')] },
    { type: 'pullQuote', attrs: { attribution: '' }, content: [suggested('insertion', 'x')] },
    { type: 'blockquote', content: [inside] },
    { type: 'bulletList', content: [item] },
    { type: 'factBox', attrs: { title: '' }, content: [inside, { type: 'bulletList', content: [item] }] },
    { type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [inside] }] }] },
    { type: 'divider' },
  )
  expect(suggestionsIn(document).map((one) => one.text).join('')).toBe('xxxxxxxxx')
  expect(JSON.stringify(rejectedBody(document))).not.toContain('"x"')
})

test('what is left is a document without suggestions', () => {
  const piece = fc.record({ value: fc.string({ minLength: 1, maxLength: 5 }), kind: fc.constantFrom('insertion' as const, 'deletion' as const, null), id: fc.constantFrom('a:1', 'b:1') })
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (paragraphs) => {
      const document = doc(...paragraphs.map((pieces) => paragraph(...pieces.map(({ value, kind, id }) => (kind === null ? text(value) : suggested(kind, value, id))))))
      for (const body of [acceptedBody(document), rejectedBody(document)]) {
        expect(suggestionsIn(body)).toEqual([])
        expect(storyDocumentSchema.safeParse(body).success).toBe(true)
      }
    }),
  )
})
