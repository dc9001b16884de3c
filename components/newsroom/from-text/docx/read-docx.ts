import { blocksFromHtml, type HtmlBlock } from '#domain/from-html/blocks.ts'
import { treeOfDocument } from '#components/newsroom/editor/paste/dom-tree.ts'
import type { ConvertedDocx } from './convert-docx.ts'
import type { DocxAnswer } from './docx-worker.ts'

const LONGEST_MS = 30_000

export type ReadDocx = { blocks: HtmlBlock[]; pictures: ConvertedDocx['pictures'] }

/** Reads a .docx in a worker, which is ended when it takes too long. The answer, or why not, in words for the person. */
export async function readDocx(file: File): Promise<{ ok: true; docx: ReadDocx } | { ok: false; problem: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<DocxAnswer>((resolve) => {
      const stop = (problem: string) => resolve({ ok: false, problem })
      setTimeout(() => stop('This document takes too long to read. Copy its text and paste it here.'), LONGEST_MS)
      worker.onmessage = (event: MessageEvent<DocxAnswer>) => resolve(event.data)
      worker.onerror = () => stop('This document could not be read here. Copy its text and paste it here.')
      worker.postMessage(bytes, [bytes.buffer])
    })
    if (!answer.ok) return answer
    const parsed = new DOMParser().parseFromString(answer.docx.html, 'text/html')
    return { ok: true, docx: { blocks: blocksFromHtml(treeOfDocument(parsed)), pictures: answer.docx.pictures } }
  } finally {
    worker.terminate()
  }
}
