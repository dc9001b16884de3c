import { readFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/newsroom.ts'
import { pictureFile } from '../fixtures/stories.ts'
import { EditorPage } from '../pages/editor.ts'

const recorded = (name: string) => readFileSync(path.join(import.meta.dirname, '../../domain/from-html/recorded', `${name}.html`), 'utf8')

async function startStory(page: Page): Promise<EditorPage> {
  await page.goto('/newsroom/stories/new')
  await page.getByRole('button', { name: /start/i }).click()
  await page.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  const editor = new EditorPage(page)
  await expect(editor.text).toHaveAttribute('contenteditable', 'true')
  return editor
}

/** Puts a clipboard of another program into the text, as the browser would. */
async function paste({ text }: EditorPage, html: string, plain = ''): Promise<void> {
  await text.click()
  await text.evaluate(
    (element, [richText, plainText]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', richText)
      clipboardData.setData('text/plain', plainText)
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [html, plain] as const,
  )
}

test('a page pasted from Google Docs keeps its structure, and its picture leaves a place that asks for the file', async ({ as }) => {
  const page = await as('WRITER')
  const editor = await startStory(page)
  await paste(editor, recorded('google-docs'), 'Garden club wins county prize')
  await expect(editor.text.locator('h2')).toHaveText(['Garden club wins county prize', 'What grows there'])
  await expect(editor.text.locator('strong')).toHaveText('forty trees')
  await expect(editor.text.locator('ul ul li')).toHaveText('Early ones')
  await expect(editor.text.locator('table')).toContainText('2025')
  await expect(page.getByRole('status').filter({ hasText: 'did not come along' })).toBeVisible()
  await expect(editor.text.getByText('This picture did not come along.')).toBeVisible()
  await editor.expectUnmet(/picture is still missing/)
  await editor.expectSaved()
})

test('a picture on the clipboard is uploaded and stands in its place', async ({ as }) => {
  const page = await as('WRITER')
  const editor = await startStory(page)
  const data = `data:image/jpeg;base64,${(await pictureFile()).toString('base64')}`
  await paste(editor, `<p>Before the picture.</p><figure><img src="${data}" alt="A pattern of squares"><figcaption>Squares, many of them.</figcaption></figure><p>After it.</p>`)
  const picture = editor.text.getByRole('group', { name: /^Picture 1/ })
  await expect(picture.getByLabel('Caption')).toHaveValue('Squares, many of them.', { timeout: 30_000 })
  await expect(picture.getByLabel('Alt text')).toHaveValue('A pattern of squares')
  await expect(editor.text.getByText('This picture did not come along.')).toHaveCount(0)
  await editor.expectSaved()
})

/** A small document as Word saves it. */
async function aDocx(): Promise<Buffer> {
  const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
  const paragraph = (text: string, style = '') => `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
  const picture = '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="A bus at the stop"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
  const relationship = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const relationships = (lines: string) => strToU8(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`)
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'),
      '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'word/document.xml')),
      'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${names}><w:body>${paragraph('A bus for everyone', 'Title')}${picture}${paragraph('It comes every hour, and it waits for whoever still is in the library.')}<w:tbl><w:tr><w:tc>${paragraph('Line')}</w:tc><w:tc>${paragraph('Riders')}</w:tc></w:tr></w:tbl></w:body></w:document>`),
      'word/styles.xml': strToU8(`<?xml version="1.0"?><w:styles ${names}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style></w:styles>`),
      'word/_rels/document.xml.rels': relationships(relationship('rId1', 'styles', 'styles.xml') + relationship('rId5', 'image', 'media/image1.jpeg')),
      'word/media/image1.jpeg': new Uint8Array(await pictureFile()),
    }),
  )
}

test('a Word document becomes a story with its table and its picture', async ({ as }) => {
  const page = await as('WRITER')
  await page.goto('/newsroom/stories/new/from-text')
  const file = page.getByLabel('Or choose a .docx, .txt or .md file')
  await file.setInputFiles({ name: 'broken.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('no zip at all') })
  await expect(page.getByText('This file is damaged or no Word document.')).toBeVisible()
  await file.setInputFiles({ name: 'bus.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: await aDocx() })
  await expect(page.getByText('Read from bus.docx.')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByLabel('Headline')).toHaveValue('A bus for everyone')
  await page.getByRole('button', { name: 'Make this story' }).click()
  await page.waitForURL(/\/newsroom\/stories\/[0-9a-f-]{36}$/)
  const editor = new EditorPage(page)
  await expect(editor.headline).toHaveValue('A bus for everyone')
  await expect(editor.text.locator('table')).toContainText('Riders')
  await expect(editor.lead.getByLabel('Caption')).toBeVisible()
})
