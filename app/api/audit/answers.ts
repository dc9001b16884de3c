import type { Readable } from 'node:stream'
import type { Problem } from '#domain/result.ts'
import { asAttachment } from '#domain/proof-file.ts'

/** What the downloads of the record answer: files to save, which nobody keeps on the way, or a refusal in words. */

const NO_STORE = { 'cache-control': 'private, no-store' }

function attachment(type: string, fileName: string): Record<string, string> {
  return {
    ...NO_STORE,
    'content-type': type,
    'content-disposition': asAttachment(fileName),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** A table, sent while it is read from the database. */
export function csvFile(fileName: string, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (let next = await pieces.next(); ; next = await pieces.next()) {
        if (next.done === true) return controller.close()
        // An empty piece would not wake whoever reads.
        if (next.value !== '') return controller.enqueue(encoder.encode(next.value))
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
  return new Response(stream, { headers: attachment('text/csv; charset=utf-8', fileName) })
}

/** A PDF, sent while it is written. */
export function pdfFile(fileName: string, pdf: Readable): Response {
  const reader = pdf.iterator()
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next: IteratorResult<unknown> = await reader.next()
      if (next.done === true) controller.close()
      else if (next.value instanceof Uint8Array) controller.enqueue(new Uint8Array(next.value))
    },
    cancel() {
      pdf.destroy()
    },
  })
  return new Response(stream, { headers: attachment('application/pdf', fileName) })
}

/** A refusal for the person who followed the link. */
export function refused(status: number, problems: readonly Problem[]): Response {
  return new Response(`${problems.map(({ message }) => message).join('\n')}\n`, { status, headers: { ...NO_STORE, 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' } })
}
