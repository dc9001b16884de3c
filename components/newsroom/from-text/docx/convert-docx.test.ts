import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { blocksFromHtml } from '#domain/from-html/blocks.ts'
import { treeOfHtml } from '#domain/from-html/parse.ts'
import { understandDocument } from '#domain/from-text/document.ts'
import { changeDesk, editedStory, EMPTY_DESK, understand } from '../desk-state.ts'
import { convertDocx, docxProblem, DOCX_PICTURE } from './convert-docx.ts'

const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), (letter) => letter.charCodeAt(0))
const run = (text: string, look = '') => `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const styled = (style: string, content: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`
const PICTURE = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A bus at the stop"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
const STYLES = ['Title', 'heading 1:Heading1', 'caption:Caption', 'Quote'].map((style) => { const [name = '', id = name] = style.split(':'); return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>` }).join('')
const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'

/** A document as Word saves it (ECMA-376), cut down to the parts that are read. */
function aDocx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array<ArrayBuffer> {
  const relationship = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relationships = (lines: string) => `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`
  return new Uint8Array(
    zipSync({
      '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'),
      '_rels/.rels': strToU8(relationships(relationship('rId1', 'officeDocument', 'word/document.xml'))),
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`),
      'word/styles.xml': strToU8(`<?xml version="1.0"?><w:styles ${NAMES}>${STYLES}</w:styles>`),
      'word/_rels/document.xml.rels': strToU8(relationships(relationship('rId1', 'styles', 'styles.xml') + relationship('rId5', 'image', 'media/image1.png'))),
      'word/media/image1.png': PNG,
      ...more,
    }),
  )
}

const DOCX = aDocx(
  styled('Title', run('A bus for everyone')) + `<w:p>${run('By Ana Ruiz')}</w:p>` + PICTURE + styled('Caption', run('The bus waits. Photo by Ben Cho')) +
    `<w:p>${run('It comes ')}${run('every hour', '<w:b/>')}${run(', says ')}${run('the board', '<w:i/>')}${run('.')}</w:p>` + styled('Heading1', run('Who rides')) + styled('Quote', run('We all do.')) +
    `<w:tbl><w:tr><w:tc><w:p>${run('Line')}</w:p></w:tc><w:tc><w:p>${run('Riders')}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>${run('7')}</w:p></w:tc><w:tc><w:p>${run('120')}</w:p></w:tc></w:tr></w:tbl>`,
)
const blocksOf = async (bytes: Uint8Array<ArrayBuffer>) => blocksFromHtml(treeOfHtml((await convertDocx(bytes)).html))

test('a Word document keeps title, emphasis, subheads, quotations, tables and its picture', async () => {
  expect(docxProblem(DOCX)).toBeNull()
  const { html, pictures } = await convertDocx(DOCX)
  expect(pictures.map(({ contentType, bytes }) => [contentType, new Uint8Array(bytes)])).toEqual([['image/png', PNG]])
  expect(html).toContain(`src="${DOCX_PICTURE}0"`)
  const story = understandDocument(await blocksOf(DOCX))
  expect(story).toMatchObject({ headline: 'A bus for everyone', bylines: [{ name: 'Ana Ruiz', credit: '' }], problem: null })
  expect(story.pictures).toMatchObject([{ caption: 'The bus waits.', credit: 'Ben Cho', afterBlocks: 0 }])
  expect(story.body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'blockquote', 'table'])
  expect(JSON.stringify(story.body.content[0])).toContain('"text":"every hour","marks":[{"type":"bold"}]')
})

test('on the desk, a picture that came along stands in its place', async () => {
  const asset = { id: '0198b0a0-0000-7000-8000-000000000001' } as never
  const blocks = await blocksOf(DOCX)
  const at = blocks.findIndex(({ picture }) => picture !== null)
  const desk = changeDesk(EMPTY_DESK, { type: 'document', name: 'bus.docx', blocks, assets: new Map([[at, asset]]) })
  expect(editedStory(understand(desk.reading), desk.edits).pictures).toMatchObject([{ caption: 'The bus waits.', assetId: '0198b0a0-0000-7000-8000-000000000001' }])
  const moved = changeDesk(desk, { type: 'line', number: 2, role: 'deck', was: 'byline' })
  expect(understand(moved.reading)).toMatchObject({ deck: 'By Ana Ruiz', bylines: [] })
  expect(changeDesk(desk, { type: 'replaced', source: desk.reading.source, format: 'plain' }).reading.document).toBeUndefined()
})

test.each<[string, Uint8Array, RegExp]>([
  ['no zip', strToU8('Just words'), /damaged or no Word document/],
  ['nothing', new Uint8Array(), /damaged or no Word document/],
  ['an old .doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /old Word document/],
  ['another zip', zipSync({ 'a.txt': strToU8('a') }), /not a Word document/],
  ['too many files', zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}.xml`, new Uint8Array()]))), /more than any story holds/],
  ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(251 * 1024 * 1024) }, { level: 1 }), /more than any story holds/],
  ['too large', new Uint8Array(25 * 1024 * 1024 + 1), /larger than 25 MB/],
])('does not open %s', (_, bytes, words) => expect(docxProblem(bytes)).toMatch(words))

test('a damaged document is refused, not half read', async () => {
  await expect(convertDocx(aDocx('<w:p><w:broken'))).rejects.toThrow()
})

test('a picture that lies outside the document is not fetched', async () => {
  const outside = strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>')
  const link = PICTURE.replace('r:embed', 'r:link')
  const converted = await convertDocx(aDocx(`<w:p>${run('Words')}</w:p>${link}`, { 'word/_rels/document.xml.rels': outside })).catch(() => null)
  expect(converted?.pictures.every(({ bytes }) => bytes.byteLength === 0) ?? true).toBe(true)
})
