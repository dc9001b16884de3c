import fc from 'fast-check'
import { CAPTIONS, IMAGE_SIZES, type Block, type ImageNode, type Inline, type List, type ListItem, type Mark, type Paragraph, type StoryDocument, type TableCell } from './schema.ts'

/** Random documents in their stored form, for property tests. */

const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const short = fc.string({ maxLength: 40 })
const id = fc.uuid({ version: 7 })
const href = fc.constantFrom('https://school.example/a?b=c#d', 'http://school.example/', 'mailto:desk@school.example', '/sports/final', '#top')
const suggestion = fc.option(fc.record({ type: fc.constantFrom('insertion' as const, 'deletion' as const), id: fc.constantFrom('0198c0de-0000-7000-8000-000000000001:4', 'b:1') }), { nil: null, freq: 3 })

/** What a text may be marked with, in the stored order; with suggestions only where asked for. */
const marksWith = (suggestions: boolean) =>
  fc
    .record({
      source: fc.option(fc.record({ note: fc.string({ minLength: 1, maxLength: 30 }), href: fc.option(fc.constant('https://school.example/report'), { nil: undefined }) }), { nil: null, freq: 2 }),
      lang: fc.option(fc.constantFrom('es', 'ar', 'zh-Hans', 'pt-BR'), { nil: null, freq: 2 }),
      link: fc.option(href, { nil: null, freq: 3 }),
      bold: fc.boolean(),
      italic: fc.boolean(),
      suggested: suggestions ? suggestion : fc.constant(null),
    })
    .map(({ source, lang, link, bold, italic, suggested }): Mark[] => [
      ...(source === null ? [] : [{ type: 'source' as const, attrs: source.href === undefined ? { note: source.note } : { note: source.note, href: source.href } }]),
      ...(lang === null ? [] : [{ type: 'lang' as const, attrs: { lang } }]),
      ...(link === null ? [] : [{ type: 'link' as const, attrs: { href: link } }]),
      ...(bold ? [{ type: 'bold' as const }] : []),
      ...(italic ? [{ type: 'italic' as const }] : []),
      ...(suggested === null ? [] : [{ type: suggested.type, attrs: { id: suggested.id } }]),
    ])
const sameMarks = (a: Inline, b: Inline | undefined) => a.type === 'text' && b?.type === 'text' && JSON.stringify(a.marks) === JSON.stringify(b.marks)

function documentsWith(suggestions: boolean): fc.Arbitrary<StoryDocument> {
  const text = fc.record({ text: words, marks: marksWith(suggestions) }).map((one): Inline => (one.marks.length === 0 ? { type: 'text', text: one.text } : { type: 'text', ...one }))
  const inline: fc.Arbitrary<Inline> = fc.oneof({ arbitrary: text, weight: 5 }, { arbitrary: fc.constant({ type: 'hardBreak' as const }), weight: 1 })
  const content = fc.array(inline, { maxLength: 4 }).map((found) => {
    const apart = found.filter((node, index) => !sameMarks(node, found[index - 1]))
    return apart.length === 0 ? {} : { content: apart }
  })

  const paragraph: fc.Arbitrary<Paragraph> = content.map((inlines) => ({ type: 'paragraph', ...inlines }))
  const heading = fc.record({ level: fc.constantFrom(2 as const, 3 as const), inlines: content }).map(({ level, inlines }): Block => ({ type: 'heading', attrs: { level }, ...inlines }))
  const blockquote = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((paragraphs): Block => ({ type: 'blockquote', content: paragraphs }))
  const pullQuote = fc.record({ attribution: short, inlines: content }).map(({ attribution, inlines }): Block => ({ type: 'pullQuote', attrs: { attribution }, ...inlines }))
  const image = fc
    .record({ assetId: id, caption: short, alt: short, credit: short, size: fc.constantFrom(undefined, ...IMAGE_SIZES) })
    .map(({ size, ...attrs }): ImageNode => ({ type: 'image', attrs: { ...attrs, ...(size === undefined ? {} : { size }) } }))
  const gallery = fc.array(image, { minLength: 1, maxLength: 4 }).map((images): Block => ({ type: 'gallery', content: images }))

  const { list } = fc.letrec<{ list: List; item: ListItem }>((tie) => ({
    list: fc.record({ type: fc.constantFrom('bulletList' as const, 'orderedList' as const), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
    item: fc.record({
      type: fc.constant('listItem' as const),
      content: fc.array(fc.oneof({ depthSize: 'small', maxDepth: 3 }, paragraph, tie('list')), { minLength: 1, maxLength: 2 }),
    }),
  }))
  const factBox = fc
    .record({ title: short, content: fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }) })
    .map(({ title, content: parts }): Block => ({ type: 'factBox', attrs: { title }, content: parts }))
  const cell: fc.Arbitrary<TableCell> = fc.record({ type: fc.constantFrom('tableCell' as const, 'tableHeader' as const), content: fc.array(paragraph, { minLength: 1, maxLength: 2 }) })
  const table = fc
    .record({ caption: short, width: fc.integer({ min: 1, max: 3 }) })
    .chain(({ caption, width }) =>
      fc
        .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 })
        .map((rows): Block => ({ type: 'table', attrs: { caption }, content: rows.map((cells) => ({ type: 'tableRow', content: cells })) })),
    )
  const related = id.map((storyId): Block => ({ type: 'relatedStory', attrs: { storyId } }))
  const scoreboard = id.map((gameId): Block => ({ type: 'scoreboard', attrs: { gameId } }))
  const poll = id.map((pollId): Block => ({ type: 'poll', attrs: { pollId } }))
  const missing = fc.record({ name: short, caption: short, alt: short }).map((attrs): Block => ({ type: 'missingPicture', attrs }))
  const embed = fc
    .record({ url: fc.constantFrom('https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'http://school.example/x'), title: short, still: fc.option(id, { nil: undefined }), alt: fc.option(short, { nil: undefined }), credit: fc.option(short, { nil: undefined }), captions: fc.constantFrom(undefined, ...CAPTIONS), transcript: fc.constantFrom(undefined, 'https://school.example/words') })
    .map(({ url, title, still, alt, credit, captions, transcript }): Block => ({
      type: 'embed',
      attrs: { url, title, ...(still === undefined ? {} : { stillAssetId: still }), ...(alt === undefined ? {} : { stillAlt: alt }), ...(credit === undefined ? {} : { stillCredit: credit }), ...(captions === undefined ? {} : { captions }), ...(transcript === undefined ? {} : { transcript }) },
    }))
  const divider = fc.constant<Block>({ type: 'divider' })

  const ends = [heading, image, gallery, list, pullQuote, blockquote, factBox, table, related, scoreboard, poll, missing, embed, divider] as const
  return fc
    .record({ before: fc.array(fc.oneof(paragraph, ...ends), { maxLength: 6 }), last: fc.oneof(...ends) })
    .map(({ before, last }) => ({ type: 'doc', content: [...before, last] }))
}

/** Documents without an empty paragraph at the end, which the stored form never has, and without suggestions. */
export const storyDocuments: fc.Arbitrary<StoryDocument> = documentsWith(false)

/** The same with suggested insertions and deletions. */
export const suggestedDocuments: fc.Arbitrary<StoryDocument> = documentsWith(true)
