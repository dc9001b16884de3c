import 'server-only'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { MAX_ISSUE_PAGES } from '#domain/print/limits.ts'
import { framesIn, type Frame, type PageLine } from './frames.ts'

export type ReadPage = { number: number; width: number; height: number; text: string; lines: PageLine[]; pixels: Buffer }
type Why = Extract<Frame, { kind: 'refused' }>['why']

/** What the file is not, in words for whoever uploaded it. */
export class UnreadablePdf extends Error {}
const WORDS: Record<Why, string> = {
  damaged: 'This PDF is damaged, or is no PDF. Export it again, and upload that.',
  locked: 'This PDF is locked with a password. Export it without one, and upload that.',
  pages: `This PDF has more than ${MAX_ISSUE_PAGES} pages. Upload its parts as issues of their own.`,
  shape: 'A page of this PDF is more than four times as long as wide. Export single pages, and upload that.',
}

/** How long the reader may be silent, and how long it may take in all, in milliseconds; the machine may be busy with other things. */
const MAX_SILENCE = 60_000
const MAX_TIME = 480_000
/** What PDFium may hold in memory: pages of 64 kB, 512 MB in all. */
const WASM_PAGES = 8_192

/** Where the project lies: what is served was built and is run there. */
const root = () => process.cwd()

function startReader(program: string) {
  const folder = root()
  return spawn(
    process.execPath,
    ['--permission', `--allow-fs-read=${path.join(folder, 'node_modules')}`, `--allow-fs-read=${path.join(folder, 'server/print')}`, `--allow-fs-read=${path.join(folder, 'domain/print')}`, `--allow-fs-read=${path.join(folder, 'package.json')}`, `--max-old-space-size=256`, `--wasm-max-mem-pages=${WASM_PAGES}`, '--disable-warning=ExperimentalWarning', program],
    // No secret of ours is in its reach.
    { cwd: folder, env: { NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'ignore'] },
  )
}

/**
 * Reads a PDF in a program of its own: calls `onPage` for each page in order, the next one only after it is done, and answers the pages as a PDF made anew.
 * Throws UnreadablePdf, with words for a person, where the file is to blame: also when the reader takes too long or too much, or ends.
 */
export async function readPdf(bytes: Uint8Array, onPage: (page: ReadPage) => Promise<void>, program = path.join(root(), 'server/print/reading/pdf-reader.ts')): Promise<Buffer> {
  const reader = startReader(program)
  // A reader that ends early is noticed where its frames break off.
  reader.stdin.on('error', () => undefined)
  reader.on('error', () => undefined)
  const end = () => reader.kill('SIGKILL')
  const whole = setTimeout(end, MAX_TIME)
  let silence = setTimeout(end, MAX_SILENCE)
  try {
    reader.stdin.end(bytes)
    let pages = 0
    for await (const { head, body } of framesIn(reader.stdout)) {
      clearTimeout(silence)
      if (head.kind === 'refused') throw new UnreadablePdf(WORDS[head.why])
      if (head.kind === 'pdf') return Buffer.from(body)
      if (head.kind === 'page') {
        pages += 1
        if (head.number !== pages || body.byteLength !== head.width * head.height * 3) throw new UnreadablePdf(WORDS.damaged)
        await onPage({ number: head.number, width: head.width, height: head.height, text: head.text, lines: head.lines, pixels: body })
      }
      silence = setTimeout(end, MAX_SILENCE)
    }
    throw new UnreadablePdf('This PDF could not be read: it takes too much time or memory, or is damaged. Export it again with smaller pictures, and upload that.')
  } finally {
    clearTimeout(silence)
    clearTimeout(whole)
    end()
  }
}
