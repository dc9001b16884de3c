import { z } from 'zod'

/**
 * What the reader of PDFs writes to whoever started it: frames of a head (JSON) and a body (bytes), each behind its length in four bytes.
 * The one who reads trusts neither.
 */

/** A line of text on a page: its words, and where it stands, in thousandths of the page from its top left corner. */
export const pageLineSchema = z.object({ text: z.string().min(1).max(2_000), x: z.number().min(-50).max(1_050), y: z.number().min(-50).max(1_050), w: z.number().min(0).max(1_100), h: z.number().min(0).max(1_100) })
export type PageLine = z.infer<typeof pageLineSchema>

export const frameSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), pages: z.number().int().min(0) }),
  /** Its body: the page drawn on white, three bytes a pixel, row by row. */
  z.object({ kind: z.literal('page'), number: z.number().int().min(1), width: z.number().int().min(1), height: z.number().int().min(1), text: z.string(), lines: z.array(pageLineSchema) }),
  /** Its body: the pages as a PDF made anew. */
  z.object({ kind: z.literal('pdf') }),
  z.object({ kind: z.literal('refused'), why: z.enum(['damaged', 'locked', 'pages', 'shape']) }),
])
export type Frame = z.infer<typeof frameSchema>
export type WholeFrame = { head: Frame; body: Buffer }

/** No head is longer: it holds the text of one page twice. */
const MAX_HEAD = 4 * 1024 * 1024
const MAX_BODY = 128 * 1024 * 1024

/** A frame as bytes. */
export function framed(head: Frame, body: Uint8Array = new Uint8Array()): Buffer {
  const words = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(words.byteLength, 0)
  lengths.writeUInt32BE(body.byteLength, 4)
  return Buffer.concat([lengths, words, body])
}

/** The frames in a stream of bytes, one after the other. Throws where they are not what they should be, or break off. */
export async function* framesIn(stream: AsyncIterable<Buffer>): AsyncGenerator<WholeFrame> {
  let pieces: Buffer[] = []
  let held = 0
  const take = (size: number): Buffer => {
    const whole = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
    pieces = [whole.subarray(size)]
    held -= size
    return whole.subarray(0, size)
  }
  let lengths: { head: number; body: number } | null = null
  for await (const piece of stream) {
    pieces.push(piece)
    held += piece.byteLength
    for (;;) {
      if (lengths === null) {
        if (held < 8) break
        const both = take(8)
        lengths = { head: both.readUInt32BE(0), body: both.readUInt32BE(4) }
        if (lengths.head > MAX_HEAD || lengths.body > MAX_BODY) throw new Error('print: a frame is too large')
      }
      if (held < lengths.head + lengths.body) break
      const head = frameSchema.parse(JSON.parse(take(lengths.head).toString('utf8')))
      yield { head, body: take(lengths.body) }
      lengths = null
    }
  }
  if (held > 0 || lengths !== null) throw new Error('print: a frame breaks off')
}
