import { once } from 'node:events'
import { MAX_ISSUE_BYTES, MAX_ISSUE_PAGES, MAX_PAGE_RATIO, PAGE_PIXELS } from '#domain/print/limits.ts'
import { framed, type Frame } from './frames.ts'
import { drawn, keepBytes, madeAnew, openPdfium, textOf, type Pdfium } from './pdfium.ts'

/**
 * A program of its own, which read-pdf.ts starts for one file and ends: takes a PDF from its standard input and writes frames (frames.ts) to its standard
 * output. It may write no file, start no program and knows no secret; whatever a file does to it ends with it.
 */

async function say(head: Frame, body?: Uint8Array): Promise<void> {
  if (!process.stdout.write(framed(head, body))) await once(process.stdout, 'drain')
}

async function given(): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of process.stdin) {
    pieces.push(Buffer.from(piece))
    size += piece.length
    if (size > MAX_ISSUE_BYTES) throw new Error('too large')
  }
  return Buffer.concat(pieces)
}

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY. */
const LOCKED = [4, 5]

async function readPage(pdfium: Pdfium, document: number, number: number): Promise<'shape' | null> {
  const page = pdfium.FPDF_LoadPage(document, number - 1)
  if (page === 0) throw new Error('a page cannot be read')
  const size = { width: pdfium.FPDF_GetPageWidthF(page), height: pdfium.FPDF_GetPageHeightF(page) }
  const ratio = size.height / size.width
  if (!(ratio <= MAX_PAGE_RATIO && ratio >= 1 / MAX_PAGE_RATIO)) return 'shape'
  const [width, height] = [PAGE_PIXELS, Math.max(1, Math.round(PAGE_PIXELS * ratio))]
  await say({ kind: 'page', number, width, height, ...textOf(pdfium, page, size) }, drawn(pdfium, page, width, height))
  pdfium.FPDF_ClosePage(page)
  return null
}

async function read(): Promise<void> {
  const pdfium = await openPdfium()
  const bytes = await given()
  const document = pdfium.FPDF_LoadMemDocument(keepBytes(pdfium, bytes), bytes.byteLength, '')
  if (document === 0) return say({ kind: 'refused', why: LOCKED.includes(pdfium.FPDF_GetLastError()) ? 'locked' : 'damaged' })
  const pages = pdfium.FPDF_GetPageCount(document)
  if (pages < 1 || pages > MAX_ISSUE_PAGES) return say({ kind: 'refused', why: pages < 1 ? 'damaged' : 'pages' })
  await say({ kind: 'document', pages })
  for (let number = 1; number <= pages; number += 1) {
    const wrong = await readPage(pdfium, document, number)
    if (wrong !== null) return say({ kind: 'refused', why: wrong })
  }
  await say({ kind: 'pdf' }, madeAnew(pdfium, document, pages))
}

await read()
