import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainText } from '../document/plain-text.ts'
import { understandMarkdown } from './markdown.ts'
import { CLEAN_UPS } from './understood-story.ts'

const fixture = (name: string) => readFileSync(new URL(`../../e2e/fixtures/${name}`, import.meta.url), 'utf8')
const read = (...lines: string[]) => understandMarkdown(lines.join('\n'))
const blocks = (...lines: string[]) => read('# A bus', '', ...lines).body.content
const text = (value: string, ...marks: object[]) => (marks.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })

describe('a written file', () => {
  const story = understandMarkdown(fixture('written-story.md'))

  test('has title, author, subheads, list, quotation and two pictures', () => {
    expect(story).toMatchObject({
      headline: 'The garden behind the gym opens its gate',
      bylines: [{ name: 'Rosa Lindqvist', credit: '' }],
      pictures: [
        { caption: 'Tomato seedlings in egg cartons', credit: 'Theo Marsh', fileName: 'IMG_2041.jpg', afterBlocks: 0, sourceLines: [9] },
        { caption: 'Rain barrel on opening day', credit: 'Courtesy of the Garden Club', afterBlocks: 7 },
      ],
      problem: null,
    })
    expect(story.body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'bulletList', 'blockquote', 'heading', 'orderedList', 'paragraph'])
  })

  test('shows raw HTML as text and drops the address of an unsafe link', () => {
    expect(plainText(story.body)).toContain('Write to the club through its form, or knock at <b>room 12</b>.')
    expect(JSON.stringify(story.body)).not.toContain('javascript')
    expect(JSON.stringify(story.body)).toContain('https://garden.example.org/tuesdays')
    expect(story.cleanups).toContainEqual({ line: 29, what: CLEAN_UPS.link })
    expect(story.cleanups).toContainEqual({ line: 1, what: CLEAN_UPS.frontMatter })
  })

  test('says of each line what it is', () => {
    expect(story.lines.slice(0, 10).map(({ as }) => as)).toEqual(['dropped', 'headline', 'byline', 'dropped', 'dropped', 'blank', 'dropped', 'blank', 'picture', 'blank'])
    expect(story.lines.map((line) => line.text).join('\n')).toBe(fixture('written-story.md'))
    expect(story.lines.filter(({ as }) => as === 'subhead')).toHaveLength(2)
  })
})

describe('blocks', () => {
  test.each<[string, string[], object[]]>([
    ['emphasis', ['*a* **b *c***'], [paragraph(text('a', { type: 'italic' }), text(' '), text('b ', { type: 'bold' }), text('c', { type: 'bold' }, { type: 'italic' }))]],
    ['a link', ['[a](https://a.example/ "t")'], [paragraph(text('a', { type: 'link', attrs: { href: 'https://a.example/' } }))]],
    ['a link by reference', ['[a][x]', '', '[x]: mailto:a@b.example'], [paragraph(text('a', { type: 'link', attrs: { href: 'mailto:a@b.example' } }))]],
    ['an unused definition', ['[x]: /somewhere'], [paragraph(text('[x]: /somewhere'))]],
    ['links that may not stand in a story', ['[a](javascript:x) [b](//c.example) [c](data:x)'], [paragraph(text('a b c'))]],
    ['a hard break', ['a  ', 'b'], [paragraph(text('a'), { type: 'hardBreak' }, text('b'))]],
    ['a soft break', ['a', 'b'], [paragraph(text('a b'))]],
    ['code as text', ['```', 'a', ' b', '```', '', '`c`'], [paragraph(text('a'), { type: 'hardBreak' }, text('b')), paragraph(text('c'))]],
    ['HTML as text', ['<script>alert(1)</script>'], [paragraph(text('<script>alert(1)</script>'))]],
    ['deep headings', ['#### a', '', '# b'], [{ type: 'heading', attrs: { level: 3 }, content: [text('a')] }, { type: 'heading', attrs: { level: 2 }, content: [text('b')] }]],
    ['a quotation with a list in it', ['> a', '>', '> - b'], [{ type: 'blockquote', content: [paragraph(text('a')), paragraph(text('b'))] }]],
    ['a list that begins with a list', ['- - a'], [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('a'))] }] }] }] }]],
    ['empty blocks', ['>', '', '-', '', '#', '', '***'], [{ type: 'paragraph' }]],
    ['entities and non-breaking spaces', ['a&nbsp;b\u00a0 c\u200b'], [paragraph(text('a b c'))]],
  ])('%s', (_, lines, expected) => expect(blocks(...lines)).toEqual(expected))

  test('a drawn line is left out and said so', () => {
    expect(read('# A', '', 'b', '', '***', '', 'c').cleanups).toEqual([{ line: 5, what: CLEAN_UPS.rule }])
  })
})

describe('the head', () => {
  test.each<[string, string[], object]>([
    ['no headline but a first line without full stop', ['A bus for everyone', '', 'It comes.'], { headline: 'A bus for everyone' }],
    ['no headline at all', ['It comes every hour.', '', 'And so on.'], { headline: '' }],
    ['a byline in italics', ['# A bus', '', '*By Ana Ruiz and Ben Cho*'], { headline: 'A bus', bylines: [{ name: 'Ana Ruiz', credit: '' }, { name: 'Ben Cho', credit: '' }] }],
    ['a list of authors', ['---', 'title: A bus', 'authors:', '  - Ana Ruiz', '  - Ben Cho', '---'], { headline: 'A bus', bylines: [{ name: 'Ana Ruiz' }, { name: 'Ben Cho' }] }],
    ['authors in brackets, a deck, a heading that says it again', ['---', "title: 'A bus'", 'subtitle: It comes', 'author: [Ana, "Ben"]', '---', '# A bus'], { headline: 'A bus', deck: 'It comes', bylines: [{ name: 'Ana' }, { name: 'Ben' }] }],
    ['dashes that are no front matter', ['---', 'A bus', '---', ''], { headline: 'A bus', bylines: [] }],
    ['a fence that never closes', ['---', 'title: A bus'], { headline: 'title: A bus' }],
  ])('%s', (_, lines, expected) => expect(read(...lines)).toMatchObject(expected))
})

describe('pictures', () => {
  test('images inside a paragraph come out of it, in order', () => {
    const story = read('# A bus', '', 'Left ![one](1.jpg) right ![two](2.jpg)', '', 'End.')
    expect(story.pictures.map(({ caption, afterBlocks }) => [caption, afterBlocks])).toEqual([['one', 1], ['two', 2]])
    expect(plainText(story.body)).toBe('Left\nright\nEnd.')
  })

  test('images inside links, lists and quotations, and by reference', () => {
    const story = read('# A bus', '', '[![one](1.jpg)](https://a.example)', '', '- ![two](2.jpg) b', '', '> ![three][x]', '', '[x]: the-new-stop.jpg')
    expect(story.pictures.map(({ caption }) => caption)).toEqual(['one', 'two', 'three'])
  })

  test('words right below an image are its caption; its alt is proposed, never invented', () => {
    expect(read('# A bus', '', '![](IMG_1.jpg)', '*The new stop*', '', 'It comes.')).toMatchObject({
      pictures: [{ caption: 'The new stop', sourceLines: [3, 4] }],
      body: { content: [paragraph(text('It comes.'))] },
    })
    expect(read('# A bus', '', '![](IMG_1.jpg)', '', 'It comes.').pictures).toMatchObject([{ caption: '', credit: '', alt: '' }])
    expect(read('# A bus', '', '![A bench under a tree](1.jpg)', 'The new stop (Photo by Ben Cho)').pictures).toMatchObject([
      { caption: 'The new stop', credit: 'Ben Cho', alt: 'A bench under a tree' },
    ])
    expect(read('# A bus', '', '![The new stop](1.jpg)', 'The new stop.').pictures).toMatchObject([{ caption: 'The new stop.', alt: '' }])
  })
})

test('what a person says wins, for the whole block', () => {
  const source = ['# A bus', '', '## No stop', '', 'It *comes*.', '', '- a', '- b'].join('\n')
  expect(understandMarkdown(source, { 3: 'headline' })).toMatchObject({ headline: 'No stop', body: { content: [{ type: 'heading' }, {}, {}] } })
  expect(understandMarkdown(source, { 3: 'paragraph', 5: 'subhead', 7: 'dropped' }).body.content).toEqual([
    paragraph(text('No stop')),
    { type: 'heading', attrs: { level: 2 }, content: [text('It '), text('comes', { type: 'italic' }), text('.')] },
  ])
  expect(understandMarkdown(source, { 7: 'note' }).notes).toEqual(['a b'])
})

test('what cannot be read is refused in words', () => {
  expect(understandMarkdown('x'.repeat(1_000_001)).problem).toContain('1 MB')
  expect(understandMarkdown('a\n'.repeat(400_000)).problem).toContain('2,000')
  expect(understandMarkdown('!['.repeat(400_000)).problem).toContain('Plain text')
  expect(understandMarkdown('>'.repeat(50) + ' a').problem).toContain('Plain text')
  expect(understandMarkdown(`${'*'.repeat(60_000)}a${'*'.repeat(60_000)}`).problem).toContain('Plain text')
})

test('lists inside lists keep their words, however deep', () => {
  const source = Array.from({ length: 30 }, (_, depth) => `${'  '.repeat(depth)}- item ${depth}`).join('\n')
  const story = understandMarkdown(`# A\n\n${source}`)
  expect(story.problem).toBeNull()
  for (let depth = 0; depth < 30; depth += 1) expect(plainText(story.body).split('\n')).toContain(`item ${depth}`)
})
