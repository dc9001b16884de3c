import 'server-only'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { remarkOf, type RecordLine, type StoryRecord } from '#domain/audit/story-record.ts'

/** What stands at the top of the file. `made`: ISO 8601. */
export type Cover = { paper: string; title: string; made: string; by: string; timeZone: string }

// Libre Franklin for Latin, Vietnamese and Cyrillic letters: the fonts that every reader of PDF has do not know "Nguyễn".
const FOLDER = path.join(process.cwd(), 'server/audit/pdf')
const [INK, SOFT] = ['#1b1a17', '#5c584f']
const MARGIN = 54
const BACKLOG = 500_000

type Pen = { document: PDFDocument; root: ReturnType<PDFDocument['struct']>; moment: (at: string) => string; missing: boolean }
type Style = { size: number; bold?: boolean; soft?: boolean; gap?: number }

function momentIn(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, dateStyle: 'medium', timeStyle: 'short' })
  return (at) => format.format(new Date(at)).replaceAll('\u202F', ' ')
}

function newDocument(cover: Cover, compress: boolean): PDFDocument {
  const document = new PDFDocument({
    size: 'LETTER', margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }, font: path.join(FOLDER, 'libre-franklin-regular.ttf'),
    pdfVersion: '1.7', tagged: true, lang: 'en-US', displayTitle: true, compress,
    info: { Title: cover.title, Author: cover.paper, Creator: 'Fourth Period', CreationDate: new Date(cover.made) },
  })
  return document.registerFont('regular', path.join(FOLDER, 'libre-franklin-regular.ttf')).registerFont('bold', path.join(FOLDER, 'libre-franklin-bold.ttf'))
}

/** The text with a question mark for every letter that the font does not have. */
function printable(pen: Pen, text: string): string {
  const { font } = pen.document._font
  // What joins or hides letters has no shape of its own.
  const shown = text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
  return [...shown].map((letter) => {
    if (letter === '\n' || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) return letter
    pen.missing = true
    return '?'
  }).join('')
}

/** A paragraph, known to screen readers as what it is. */
function write(pen: Pen, tag: 'H1' | 'H2' | 'P' | 'BlockQuote', text: string, { size, bold = false, soft = false, gap = 2 }: Style, left = MARGIN): void {
  const { document, root } = pen
  root.add(document.struct(tag, () => {
    document.font(bold ? 'bold' : 'regular').fontSize(size).fillColor(soft ? SOFT : INK)
    document.text(printable(pen, text), left, document.y, { width: document.page.width - left - MARGIN, lineGap: 1.5 })
  }))
  document.y += gap
}

/** No heading and no line begins at the very foot of a page. */
function keepTogether({ document }: Pen, height: number): void {
  if (document.y + height > document.page.height - MARGIN) document.addPage()
}

function numberPages(document: PDFDocument, title: string): void {
  let page = 1
  const number = () => {
    const [{ x, y }, { margins, height, width }] = [document, document.page]
    document.markContent('Artifact', { type: 'Pagination' })
    // Below the margin nothing would fit, and a new page would be begun for it.
    margins.bottom = 0
    document.font('regular').fontSize(8).fillColor(SOFT).text(`${title.length > 70 ? `${title.slice(0, 69)}…` : title} · page ${page}`, MARGIN, height - MARGIN + 18, { width: width - 2 * MARGIN, align: 'right', lineBreak: false })
    margins.bottom = MARGIN
    document.endMarkedContent()
    Object.assign(document, { x, y })
    page += 1
  }
  number()
  document.on('pageAdded', number)
}

function writeLine(pen: Pen, line: RecordLine): void {
  const remark = remarkOf(line)
  keepTogether(pen, 48)
  const place = line.seq === null ? '' : ` · no. ${line.seq} · ${line.hash?.slice(0, 12) ?? ''}`
  write(pen, 'P', `${pen.moment(line.at)}${place}`, { size: 8, soft: true, gap: 0 })
  write(pen, 'P', `${line.who} ${line.what}${remark === null ? '' : ` (${remark})`}.${line.blocking ? ' It blocks the approval until it is settled.' : ''}`, { size: 10.5, gap: line.text === null ? 7 : 2 })
  if (line.text !== null) write(pen, 'BlockQuote', line.text, { size: 10, gap: line.settled === null ? 7 : 2 }, MARGIN + 16)
  if (line.settled !== null) write(pen, 'P', `Settled by ${line.settled.by}, ${pen.moment(line.settled.at)}.`, { size: 9, soft: true, gap: 7 }, MARGIN + 16)
}

function writeStory(pen: Pen, story: StoryRecord): void {
  keepTogether(pen, 110)
  pen.document.y += 10
  write(pen, 'H2', story.headline || 'Story without a headline', { size: 14, bold: true })
  const by = story.bylines.length === 0 ? 'No byline' : `By ${story.bylines.join(', ')}`
  write(pen, 'P', [by, story.section, `now ${story.state.toLowerCase()}`].filter((part) => part !== null).join(' · '), { size: 9, soft: true, gap: 8 })
  for (const line of story.lines) writeLine(pen, line)
}

async function writeAll(pen: Pen, cover: Cover, stories: AsyncIterable<StoryRecord> | Iterable<StoryRecord>): Promise<void> {
  const { document, root } = pen
  document.addStructure(root)
  document.font('regular')
  numberPages(document, printable(pen, cover.title))
  write(pen, 'P', cover.paper, { size: 10, soft: true })
  write(pen, 'H1', cover.title, { size: 20, bold: true, gap: 4 })
  write(pen, 'P', `Made on ${pen.moment(cover.made)} by ${cover.by}. Times are those of ${cover.timeZone}. The numbers and hashes are those of the audit log; the text of the stories is no part of it.`, { size: 9, soft: true })
  let count = 0
  for await (const story of stories) {
    if (document.destroyed) return
    writeStory(pen, story)
    count += 1
    // Nobody reads as fast as this writes.
    while (document.readableLength > BACKLOG && !document.destroyed) await pause(10)
  }
  if (count === 0) write(pen, 'P', 'Nothing happened to any story in this time.', { size: 11 })
  if (pen.missing) write(pen, 'P', 'Letters that this file cannot show stand as “?”. The CSV file and the page have them.', { size: 9, soft: true })
  root.end()
  document.end()
}

/** Records of stories as a tagged PDF, in Letter size, written while it is read. `compress: false` leaves its content readable, for tests. */
export function recordsAsPdf(cover: Cover, stories: AsyncIterable<StoryRecord> | Iterable<StoryRecord>, { compress = true } = {}): Readable {
  const document = newDocument(cover, compress)
  const pen: Pen = { document, root: document.struct('Document'), moment: momentIn(cover.timeZone), missing: false }
  writeAll(pen, cover, stories).catch((error: unknown) => document.destroy(error instanceof Error ? error : new Error('The file could not be written.')))
  return document
}
