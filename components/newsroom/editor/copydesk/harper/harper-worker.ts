import { Dialect, LocalLinter } from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import type { FromHarper, HarperRemark, ToHarper } from './harper-protocol.ts'
import { remarkOf } from './harper-remark.ts'
import { HARPER_LINE_OFF, harperSettings, wordsFor } from './harper-rules.ts'

// Runs in a worker of its own, so that a word can be typed while it reads. The program comes from our own server, and
// nothing goes back there: this worker makes no request but that one.

/** A line without an end: a headline, a caption. */
const isLine = (text: string) => !/[.!?]["”’)]?\s*$/.test(text)

async function start(): Promise<LocalLinter> {
  const linter = new LocalLinter({ binary: slimBinary as ConstructorParameters<typeof LocalLinter>[0]['binary'], dialect: Dialect.American })
  await linter.setLintConfig(harperSettings(await linter.getLintConfig()))
  return linter
}

const starting = start()
const answer = (message: FromHarper) => self.postMessage(message, { transfer: [] })

async function remarksOn(linter: LocalLinter, text: string): Promise<HarperRemark[]> {
  const found = await linter.organizedLints(text, { language: 'plaintext' })
  const line = isLine(text)
  return Object.entries(found).flatMap(([rule, lints]) =>
    lints.flatMap((lint) => {
      const span = lint.span()
      const suggestions = lint.suggestions().map((one) => ({ kind: one.kind(), text: one.get_replacement_text() }))
      const remark = remarkOf(text, { kind: lint.lint_kind(), rule, message: lint.message(), start: span.start, end: span.end, suggestions })
      lint.free()
      return remark === null || (line && HARPER_LINE_OFF.includes(rule)) ? [] : [remark]
    }),
  )
}

async function obey(message: ToHarper): Promise<void> {
  const linter = await starting
  if (message.type === 'words') {
    await linter.clearWords()
    await linter.importWords(wordsFor(message.words))
    return answer({ type: 'ready' })
  }
  const remarks: HarperRemark[][] = []
  for (const text of message.texts) remarks.push(await remarksOn(linter, text))
  answer({ type: 'checked', n: message.n, remarks })
}

// One after another: words first, then what is checked with them.
let last: Promise<void> = Promise.resolve()
self.addEventListener('message', ({ data }: MessageEvent<ToHarper>) => {
  last = last.then(() => obey(data)).catch((error: unknown) => answer({ type: 'failed', reason: error instanceof Error ? error.message : String(error) }))
})
