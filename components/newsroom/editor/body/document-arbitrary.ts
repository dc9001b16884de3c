import fc from 'fast-check'
import type { Block, Inline, List, ListItem, Mark, Paragraph, StoryDocument } from '#domain/document/schema.ts'

/** Random documents in their stored form, for property tests. */

const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const href = fc.constantFrom('https://school.example/a?b=c#d', 'http://school.example/', 'mailto:desk@school.example', '/sports/final', '#top')
const marks = fc
  .record({ link: fc.option(href, { nil: null, freq: 3 }), bold: fc.boolean(), italic: fc.boolean() })
  .map(({ link, bold, italic }): Mark[] => [
    ...(link === null ? [] : [{ type: 'link' as const, attrs: { href: link } }]),
    ...(bold ? [{ type: 'bold' as const }] : []),
    ...(italic ? [{ type: 'italic' as const }] : []),
  ])
const text = fc.record({ text: words, marks }).map((one): Inline => (one.marks.length === 0 ? { type: 'text', text: one.text } : { type: 'text', ...one }))
const inline: fc.Arbitrary<Inline> = fc.oneof({ arbitrary: text, weight: 5 }, { arbitrary: fc.constant({ type: 'hardBreak' as const }), weight: 1 })
const sameMarks = (a: Inline, b: Inline | undefined) => a.type === 'text' && b?.type === 'text' && JSON.stringify(a.marks) === JSON.stringify(b.marks)
const content = fc.array(inline, { maxLength: 4 }).map((found) => {
  const apart = found.filter((node, index) => !sameMarks(node, found[index - 1]))
  return apart.length === 0 ? {} : { content: apart }
})

const paragraph: fc.Arbitrary<Paragraph> = content.map((inlines) => ({ type: 'paragraph', ...inlines }))
const heading = fc.record({ level: fc.constantFrom(2 as const, 3 as const), inlines: content }).map(({ level, inlines }): Block => ({ type: 'heading', attrs: { level }, ...inlines }))
const blockquote = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((paragraphs): Block => ({ type: 'blockquote', content: paragraphs }))
const pullQuote = fc.record({ attribution: fc.string({ maxLength: 40 }), inlines: content }).map(({ attribution, inlines }): Block => ({ type: 'pullQuote', attrs: { attribution }, ...inlines }))
const image = fc
  .record({ assetId: fc.uuid({ version: 7 }), caption: fc.string({ maxLength: 60 }), alt: fc.string({ maxLength: 60 }), credit: fc.string({ maxLength: 40 }) })
  .map((attrs): Block => ({ type: 'image', attrs }))

const { list } = fc.letrec<{ list: List; item: ListItem }>((tie) => ({
  list: fc.record({ type: fc.constantFrom('bulletList' as const, 'orderedList' as const), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
  item: fc.record({
    type: fc.constant('listItem' as const),
    content: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 3 }, paragraph, tie('list')), { minLength: 1, maxLength: 2 }),
  }),
}))

/** Without an empty paragraph at the end, which the stored form never has. */
export const storyDocuments: fc.Arbitrary<StoryDocument> = fc
  .record({ before: fc.array(fc.oneof(paragraph, heading, blockquote, pullQuote, image, list), { maxLength: 6 }), last: fc.oneof(heading, image, list, pullQuote, blockquote) })
  .map(({ before, last }) => ({ type: 'doc', content: [...before, last] }))
