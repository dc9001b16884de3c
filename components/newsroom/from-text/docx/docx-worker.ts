import { convertDocx, docxProblem, type ConvertedDocx } from './convert-docx.ts'

export type DocxAnswer = { ok: true; docx: ConvertedDocx } | { ok: false; problem: string }

async function answer(bytes: Uint8Array<ArrayBuffer>): Promise<DocxAnswer> {
  const problem = docxProblem(bytes)
  if (problem !== null) return { ok: false, problem }
  try {
    return { ok: true, docx: await convertDocx(bytes) }
  } catch {
    return { ok: false, problem: 'This document could not be read. Open it in Word or Google Docs and save it as .docx again, or copy the text and paste it here.' }
  }
}

self.onmessage = (event: MessageEvent<Uint8Array<ArrayBuffer>>) => {
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one listener, and no origin to name
  void answer(event.data).then((done) => self.postMessage(done))
}
