import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../document/plain-text.ts'
import { storyDocumentSchema, type Block, type Mark } from '../document/schema.ts'
import { blocksFromHtml } from './blocks.ts'
import { treeOfHtml } from './parse.ts'

// recorded/: the markup that each program really puts on the clipboard, with words of our own in it.
const recorded = (name: string) => read(readFileSync(path.join(import.meta.dirname, 'recorded', `${name}.html`), 'utf8'))
const read = (html: string) => blocksFromHtml(treeOfHtml(html))
const blocksOf = (html: string) => read(html).map(({ block }) => block)
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const marked = (text: string, ...marks: Mark[]) => ({ type: 'text' as const, text, marks })
const plain = (text: string) => ({ type: 'text' as const, text })
const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell') => ({ type, content: text === '' ? [{ type: 'paragraph' as const }] : [{ type: 'paragraph' as const, content: [plain(text)] }] })
const item = (text: string, ...more: object[]) => ({ type: 'listItem', content: [paragraph(text), ...more] })

test('Google Docs: subheads, emphasis, links, nested lists, a table, a rule and a place for the picture', () => {
  const found = recorded('google-docs')
  expect(found.map(({ block }) => block)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [plain('Garden club wins county prize')] },
    {
      type: 'paragraph',
      content: [plain('The club planted '), marked('forty trees', { type: 'bold' }), marked(' by hand', { type: 'italic' }), plain(', says '), marked('the report', { type: 'link', attrs: { href: 'https://example.org/report' } }), plain('.')],
    },
    { type: 'heading', attrs: { level: 2 }, content: [plain('What grows there')] },
    { type: 'bulletList', content: [item('Apples', { type: 'bulletList', content: [item('Early ones')] }), item('Pears')] },
    { type: 'missingPicture', attrs: { name: '', caption: '', alt: 'Rows of young trees' } },
    { type: 'table', attrs: { caption: '' }, content: [['Year', 'Trees'], ['2025', '40']].map((row) => ({ type: 'tableRow', content: row.map((text) => cell(text)) })) },
    { type: 'divider' },
    paragraph('The end.'),
  ])
  expect(found.map(({ rank }) => rank).filter((rank) => rank !== null)).toEqual([1, 2])
  expect(found.find(({ picture }) => picture !== null)?.picture?.src).toContain('googleusercontent.com')
})

test('Word for Windows: a title, wrapped lines, lists out of paragraphs, a picture, a quotation and a merged cell', () => {
  expect(recorded('word-windows').map(({ block }) => block)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [plain('Library stays open until eight')] },
    { type: 'paragraph', content: [plain('The library will close at '), marked('8 p.m.', { type: 'bold' }), plain(' on '), marked('weekdays', { type: 'italic' }), plain(', the principal said. It used to close at five.')] },
    { type: 'heading', attrs: { level: 2 }, content: [plain('Three reasons')] },
    { type: 'bulletList', content: [item('Tutoring', { type: 'bulletList', content: [item('in math')] }), item('Quiet rooms')] },
    paragraph('And in numbers:'),
    { type: 'orderedList', content: [item('Forty seats')] },
    { type: 'missingPicture', attrs: { name: 'clip_image002.jpg', caption: '', alt: 'A reading room' } },
    { type: 'blockquote', content: [paragraph('“We needed this,” a student said.')] },
    { type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [cell('Hours'), cell('')] }, { type: 'tableRow', content: [cell('Monday'), cell('8-8')] }] },
  ])
})

test('Word Online: headings by role, bold by style, lists', () => {
  expect(recorded('word-online').map(({ block }) => block)).toEqual([
    { type: 'heading', attrs: { level: 2 }, content: [plain('New bell schedule')] },
    { type: 'paragraph', content: [marked('Classes', { type: 'bold' }), plain(' begin at nine.')] },
    { type: 'bulletList', content: [item('Lunch at noon')] },
  ])
})

test('Pages: paragraphs, emphasis, links, lists and the name of the picture', () => {
  expect(recorded('pages').map(({ block }) => block)).toEqual([
    { type: 'paragraph', content: [marked('Choir sings in the hall', { type: 'bold' })] },
    { type: 'paragraph', content: [plain('The choir sang for an '), marked('hour', { type: 'italic' }), plain('. See '), marked('the program', { type: 'link', attrs: { href: 'https://example.org/choir' } }), plain('.')] },
    { type: 'bulletList', content: [item('Sopranos'), item('Altos')] },
    { type: 'missingPicture', attrs: { name: 'choir on stage.jpeg', caption: '', alt: 'choir on stage.jpeg' } },
  ])
})

test('a web page: what is shown stays, code, menus, counters, advertisements and hidden words go', () => {
  const found = recorded('web-page')
  expect(found.map(({ block }) => block)).toEqual([
    { type: 'heading', attrs: { level: 3 }, content: [plain('A quiet season')] },
    paragraph('The team lost1 every game.'),
    paragraph('It did not mind.'),
    { type: 'missingPicture', attrs: { name: 'team photo.jpg', caption: 'The team in May. Photo: A. Person', alt: 'The team on a field' } },
    { type: 'blockquote', content: [paragraph('We will be back.'), paragraph('Surely.')] },
    { type: 'embed', attrs: { url: 'https://www.youtube.com/embed/abcdefghi_1', title: 'The last game' } },
    { type: 'orderedList', content: [item('First'), item('Second', paragraph('and more'))] },
    { type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [cell('Game', 'tableHeader'), cell('Score', 'tableHeader')] }, { type: 'tableRow', content: [cell('One'), cell('0–3')] }] },
    { type: 'paragraph', content: [plain('not a link '), marked('a link', { type: 'link', attrs: { href: 'https://example.org/a' } })] },
    { type: 'missingPicture', attrs: { name: '', caption: '', alt: '' } },
  ])
  expect(found.at(-1)?.picture?.src).toMatch(/^data:image\/png/)
})

test.each<[string, string, Block[]]>([
  ['a bare text', 'Just words', [paragraph('Just words')]],
  ['line breaks', 'One<br>two<br><br>three', [{ type: 'paragraph', content: [plain('One'), { type: 'hardBreak' }, plain('two')] }, paragraph('three')]],
  ['preformatted lines', '<pre>one\ntwo</pre>', [paragraph('one'), paragraph('two')]],
  ['a page layout in a table', '<table><tr><td><p>Words</p></td></tr></table>', [paragraph('Words')]],
  ['a tracked deletion', '<p>They <del cite="x" datetime="2026">lost</del><ins>won</ins>.</p>', [paragraph('They won.')]],
  ['Word without list marks', '<p class=MsoListParagraphCxSpFirst>·<span>&nbsp;&nbsp; </span>One</p><p class=MsoListParagraphCxSpLast>·<span>&nbsp; </span>Two</p>', [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [plain('One')] }] }, { type: 'listItem', content: [{ type: 'paragraph', content: [plain('Two')] }] }] }]],
  ['rowspan', '<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>', [{ type: 'table', attrs: { caption: '' }, content: [{ type: 'tableRow', content: [cell('a'), cell('b')] }, { type: 'tableRow', content: [cell(''), cell('c')] }] }]],
  ['a picture in a list', '<ul><li>One<img src="https://example.org/a.jpg"></li></ul>', [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [plain('One')] }] }] }, { type: 'missingPicture', attrs: { name: 'a.jpg', caption: '', alt: '' } }]],
  ['a figure without picture', '<figure><figcaption>Words</figcaption></figure>', [paragraph('Words')]],
  ['Word’s caption style', '<p><img src="https://example.org/a.jpg"></p><p class=MsoCaption>The <b>cup</b></p>', [{ type: 'missingPicture', attrs: { name: 'a.jpg', caption: 'The cup', alt: '' } }]],
  ['a caption without picture', '<p class=MsoCaption>The cup</p>', [paragraph('The cup')]],
  ['a video', '<video src="https://example.org/a.mp4"></video>', [{ type: 'embed', attrs: { url: 'https://example.org/a.mp4', title: '' } }]],
  ['empty things', '<p></p><ul></ul><ul><li></li></ul><blockquote></blockquote><h2> </h2><table></table><figure></figure><p>&nbsp;</p>', []],
])('reads %s', (_, html, blocks) => expect(blocksOf(html)).toEqual(blocks))

test('keeps every visible word of plain markup, in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const wrapped = fc.record({ word, tag: fc.constantFrom('p', 'div', 'h2', 'h4', 'li', 'td', 'span', 'b', 'blockquote', 'section') })
  fc.assert(
    fc.property(fc.array(wrapped, { maxLength: 12 }), (parts) => {
      const html = parts.map((part) => (part.tag === 'li' ? `<ul><li>${part.word}</li></ul>` : part.tag === 'td' ? `<table><tr><td>${part.word}</td><td>x</td></tr></table>` : `<${part.tag}>${part.word} </${part.tag}>`)).join('')
      const words = plainText({ type: 'doc', content: blocksOf(html) }).replaceAll(' | x', '').split(/\s+/).filter((one) => one !== '')
      expect(words).toEqual(parts.map((part) => part.word))
    }),
  )
})

test('whatever HTML comes in, the blocks are part of a valid story', () => {
  const piece = fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('<p>', '</p>', '<ul>', '<li>', '</ul>', '<ol>', '<table>', '<tr>', '<td colspan=99>', '<td rowspan=0>', '<b>', '</b>', '<a href="https://x.example">', '<a href="javascript:x">', '<img src=x>', '<h1>', '<blockquote>', '<br>', '<hr>', '<figure>', '<figcaption>', '<iframe src="https://youtu.be/abcdefghi_1">', '<p class=MsoListParagraph style="mso-list:l0 level9 lfo1">', '<!--', '-->', '<![if !x]>', '<script>', '</script>', '<svg>', '<template>'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const content = blocksOf(pieces.join(''))
      if (content.length > 0) expect(storyDocumentSchema.safeParse({ type: 'doc', content }).error?.issues ?? []).toEqual([])
      expect(JSON.stringify(content)).not.toMatch(/"href":"javascript:/i)
    }),
    { numRuns: 2000 },
  )
})

test('nesting without end ends', () => {
  for (const tag of ['div', 'ul><li', 'blockquote', 'b', 'table><tr><td', 'table><tr><td>a</td><td', 'table role=presentation><tr><td', 'p class=MsoListParagraph style="mso-list:l0 level1"><i', 'h1><i', 'figure']) expect(() => blocksOf(`<${tag}>`.repeat(5000) + 'deep')).not.toThrow()
})
