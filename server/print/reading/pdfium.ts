import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { MAX_PAGE_LINES, MAX_PAGE_TEXT } from '#domain/print/limits.ts'
import type { PageLine } from './frames.ts'

/** PDFium, whose own words are kept: https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/ */

const BGR = 2
/** Annotations are drawn (FPDF_ANNOT), text for paper and not for one kind of screen (FPDF_PRINTING). */
const AS_PRINTED = 0x01 | 0x800
const WHITE = 0xffffffff

export type Pdfium = WrappedPdfiumModule

/** PDFium in this process, its program read from the package. */
export async function openPdfium(): Promise<Pdfium> {
  const file = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'))
  const pdfium = await init({ wasmBinary: file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) })
  pdfium.PDFiumExt_Init()
  return pdfium
}

/** PDFium's memory as it is now: it moves when it grows. */
function heap({ pdfium }: Pdfium): Buffer {
  const memory: unknown = Reflect.get(pdfium, 'HEAPU8')
  if (!(memory instanceof Uint8Array)) throw new Error('no memory')
  return Buffer.from(memory.buffer)
}

/** Runs `work` with so many bytes of PDFium's memory. */
export function withMemory<T>(pdfium: Pdfium, size: number, work: (at: number) => T): T {
  const at = pdfium.pdfium.wasmExports.malloc(size)
  if (at === 0) throw new Error('no memory')
  try {
    return work(at)
  } finally {
    pdfium.pdfium.wasmExports.free(at)
  }
}

/** Lets these bytes lie in PDFium's memory until the process ends. */
export function keepBytes(pdfium: Pdfium, bytes: Uint8Array): number {
  const at = pdfium.pdfium.wasmExports.malloc(bytes.byteLength)
  if (at === 0) throw new Error('no memory')
  heap(pdfium).set(bytes, at)
  return at
}

/** A page drawn on white, three bytes a pixel (red, green, blue). */
export function drawn(pdfium: Pdfium, page: number, width: number, height: number): Buffer {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, BGR, 0, 0)
  if (bitmap === 0) throw new Error('no memory')
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, AS_PRINTED)
    const [from, stride] = [pdfium.FPDFBitmap_GetBuffer(bitmap), pdfium.FPDFBitmap_GetStride(bitmap)]
    const pixels = Buffer.allocUnsafe(width * height * 3)
    const all = heap(pdfium)
    for (let row = 0; row < height; row += 1) all.copy(pixels, row * width * 3, from + row * stride, from + row * stride + width * 3)
    for (let at = 0; at < pixels.byteLength; at += 3) {
      const blue = pixels[at] ?? 0
      pixels[at] = pixels[at + 2] ?? 0
      pixels[at + 2] = blue
    }
    return pixels
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap)
  }
}

/** UTF-16 as PDFium writes it, without its closing zero, without what cannot be stored or shown, its line breaks as `\n`. */
function cleaned(pdfium: Pdfium, at: number, units: number): string {
  const raw = heap(pdfium).toString('utf16le', at, at + Math.max(0, units) * 2)
  // U+0002 is PDFium's mark for a word that a line end divides.
  // eslint-disable-next-line no-control-regex
  return raw.replace(/\u0002\r?\n?|\ufffe\r?\n?|\u00ad\r?\n/g, '').replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/g, '').toWellFormed()
}

/** The text of a page in its own order, and its lines with their places on a page of this size (in points). */
export function textOf(pdfium: Pdfium, page: number, size: { width: number; height: number }): { text: string; lines: PageLine[] } {
  const text = pdfium.FPDFText_LoadPage(page)
  if (text === 0) return { text: '', lines: [] }
  try {
    const count = Math.min(pdfium.FPDFText_CountChars(text), MAX_PAGE_TEXT)
    if (count <= 0) return { text: '', lines: [] }
    const whole = withMemory(pdfium, (count + 1) * 2, (at) => cleaned(pdfium, at, pdfium.FPDFText_GetText(text, 0, count, at) - 1))
    return { text: whole.trim(), lines: linesOf(pdfium, text, count, page, size) }
  } finally {
    pdfium.FPDFText_ClosePage(text)
  }
}

function linesOf(pdfium: Pdfium, text: number, count: number, page: number, size: { width: number; height: number }): PageLine[] {
  const lines: PageLine[] = []
  const rects = Math.min(pdfium.FPDFText_CountRects(text, 0, count), MAX_PAGE_LINES)
  const permille = (value: number) => Math.round(value * 10) / 10
  withMemory(pdfium, 32 + 8 + 4_096, (at) => {
    for (let index = 0; index < rects; index += 1) {
      if (!pdfium.FPDFText_GetRect(text, index, at, at + 8, at + 16, at + 24)) continue
      const double = (offset: number) => heap(pdfium).readDoubleLE(at + offset)
      const [left, top, right, bottom] = [double(0), double(8), double(16), double(24)]
      const units = pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, at + 40, 2_000)
      const words = cleaned(pdfium, at + 40, units).replace(/\s+/g, ' ').replace(/\0/g, '').trim()
      if (words === '') continue
      const corner = (x: number, y: number) => {
        // To a device of a thousand by a thousand, so that a turned page comes out upright.
        const done = pdfium.FPDF_PageToDevice(page, 0, 0, 10_000, 10_000, 0, x, y, at + 32, at + 36)
        return done ? { x: heap(pdfium).readInt32LE(at + 32) / 10, y: heap(pdfium).readInt32LE(at + 36) / 10 } : { x: (x / size.width) * 1_000, y: 1_000 - (y / size.height) * 1_000 }
      }
      const [one, other] = [corner(left, top), corner(right, bottom)]
      lines.push({ text: words, x: permille(Math.min(one.x, other.x)), y: permille(Math.min(one.y, other.y)), w: permille(Math.abs(one.x - other.x)), h: permille(Math.abs(one.y - other.y)) })
    }
  })
  return lines.filter(({ x, y, w, h }) => x >= -50 && y >= -50 && x <= 1_000 && y <= 1_000 && w <= 1_100 && h <= 1_100)
}

/**
 * The pages as a new document: without annotations, scripts, attached files, bookmarks and what the file says of who made it. Takes the annotations out
 * of `document` too.
 */
export function madeAnew(pdfium: Pdfium, document: number, pages: number): Buffer {
  for (let index = 0; index < pages; index += 1) {
    const page = pdfium.FPDF_LoadPage(document, index)
    for (let at = pdfium.FPDFPage_GetAnnotCount(page) - 1; at >= 0; at -= 1) pdfium.FPDFPage_RemoveAnnot(page, at)
    pdfium.FPDF_ClosePage(page)
  }
  const fresh = pdfium.FPDF_CreateNewDocument()
  if (fresh === 0 || !pdfium.FPDF_ImportPages(fresh, document, `1-${pages}`, 0)) throw new Error('the pages could not be taken over')
  for (const key of ['Author', 'Creator', 'Producer', 'Title', 'Subject', 'Keywords', 'CreationDate', 'ModDate']) pdfium.EPDF_SetMetaText(fresh, key, 0)
  const writer = pdfium.PDFiumExt_OpenFileWriter()
  if (!pdfium.PDFiumExt_SaveAsCopy(fresh, writer)) throw new Error('the pages could not be written')
  const size = pdfium.PDFiumExt_GetFileWriterSize(writer)
  return withMemory(pdfium, size, (at) => {
    pdfium.PDFiumExt_GetFileWriterData(writer, at, size)
    return Buffer.from(heap(pdfium).subarray(at, at + size))
  })
}
