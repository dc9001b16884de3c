import 'server-only'
import { variantHeight } from '#domain/media.ts'
import { PAGE_WIDTHS } from '#domain/print/limits.ts'
import { storable } from '#domain/storable.ts'
import { recordEvent } from '../audit/record.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { log } from '../log.ts'
import { lockFile } from '../media/lock.ts'
import { openPixels } from '../media/sharp.ts'
import { storage } from '../storage.ts'
import { removeIssueFiles } from './files.ts'
import { lockIssue } from './lock.ts'
import { readPdf, UnreadablePdf, type ReadPage } from './reading/read-pdf.ts'

type Picture = { width: number; height: number; key: string; bytes: number }
type Page = Omit<ReadPage, 'pixels'> & { pictures: Picture[] }

/** The pictures of a page, each a file in storage before any row names it. */
async function picturesOf({ width, height, pixels }: ReadPage): Promise<Picture[]> {
  const made: Picture[] = []
  for (const step of PAGE_WIDTHS) {
    const size = { width: step, height: variantHeight({ width, height }, step) }
    const bytes = await openPixels(pixels, { width, height }).resize({ ...size, fit: 'fill' }).webp({ quality: 78 }).toBuffer()
    const key = storage.keyOf('page', bytes, '.webp')
    await storage.put(key, bytes)
    made.push({ ...size, key: key.slice('page/'.length), bytes: bytes.byteLength })
  }
  return made
}

async function keepPages(tx: Tx, issueId: string, pages: readonly Page[]): Promise<void> {
  for (const { number, width, height, text, lines, pictures } of pages) {
    for (const { key } of pictures) await lockFile(tx, key)
    await tx.printPage.create({
      data: { issueId, number, width, height, text: storable(text), lines: lines.map((line) => ({ ...line, text: storable(line.text) })), pictures: { create: pictures } },
      select: { id: true },
    })
  }
}

/**
 * Reads the file of an issue and keeps its pages, once, whoever else is at it: the first to be done wins, and the upload as it came goes. A file that cannot be
 * read is said to be so, which ends the job; anything else thrown has it tried again.
 */
export async function readIssue(issueId: string, now: Date): Promise<void> {
  const waiting = await db().printIssue.findUnique({ where: { id: issueId }, select: { uploadKey: true, preparedAt: true, failure: true } })
  if (waiting === null || waiting.preparedAt !== null || waiting.uploadKey === null || waiting.failure !== null) return
  const pages: Page[] = []
  try {
    const pdf = await readPdf(await storage.bytes(waiting.uploadKey), async (page) => {
      const { number, width, height, text, lines } = page
      pages.push({ number, width, height, text, lines, pictures: await picturesOf(page) })
    })
    const pdfKey = storage.keyOf('issue', pdf, '.pdf')
    await storage.put(pdfKey, pdf)
    await keep(issueId, { pages, pdfKey, pdfBytes: pdf.byteLength, now })
    await removeIssueFiles({ pdfs: [waiting.uploadKey], pictures: [] })
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error
    log.info({ issue: issueId }, 'print: an issue could not be read')
    await db().printIssue.updateMany({ where: { id: issueId, preparedAt: null }, data: { failure: error.message } })
    await removeIssueFiles({ pdfs: [], pictures: pages.flatMap(({ pictures }) => pictures.map(({ key }) => key)) })
  }
}

type Read = { pages: readonly Page[]; pdfKey: string; pdfBytes: number; now: Date }

function keep(issueId: string, { pages, pdfKey, pdfBytes, now }: Read): Promise<void> {
  return inTransaction(async (tx) => {
    const issue = await lockIssue(tx, issueId)
    if (issue.preparedAt !== null) return
    await lockFile(tx, pdfKey)
    await keepPages(tx, issueId, pages)
    await tx.printIssue.update({ where: { id: issueId }, data: { preparedAt: now, pdfKey, pdfBytes, uploadKey: null, failure: null, version: { increment: 1 } }, select: { id: true } })
    await recordEvent(tx, { actor: null, kind: 'issue.read', subjectId: issueId, data: { pages: pages.length } })
  })
}

/** Every try failed: says so where the issue stands. */
export async function giveUpReading(issueId: string): Promise<void> {
  await db().printIssue.updateMany({ where: { id: issueId, preparedAt: null }, data: { failure: 'The pages could not be read. Upload the PDF anew, or ask whoever runs the site to try again under “Jobs that failed”.' } })
}

/** Somebody has it tried again. */
export async function reopenReading(tx: Tx, issueId: string): Promise<void> {
  await tx.printIssue.updateMany({ where: { id: issueId, preparedAt: null }, data: { failure: null } })
}
