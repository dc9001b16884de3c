import type { CopyText } from '#domain/copydesk/finding.ts'
import type { CopydeskSettings } from '#domain/copydesk/settings.ts'
import { namedFindings, type NamedFinding } from './named-findings.ts'

export type ToRules = { n: number; text: CopyText; settings: CopydeskSettings }
export type FromRules = { n: number; findings: NamedFinding[] }

// The paper's own rules, off the thread on which somebody types.
self.addEventListener('message', ({ data: { n, text, settings } }: MessageEvent<ToRules>) => {
  const answer: FromRules = { n, findings: namedFindings(text, settings) }
  self.postMessage(answer, { transfer: [] })
})
