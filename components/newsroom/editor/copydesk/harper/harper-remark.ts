import type { HarperRemark } from './harper-protocol.ts'

/** What is read of a lint of harper.js; spans count Unicode code points. */
export type LintParts = { kind: string; rule: string; message: string; start: number; end: number; suggestions: { kind: number; text: string }[] }

const REMOVE = 1
const INSERT_AFTER = 2
const MAX_CHOICES = 4

/** The UTF-16 offset of each code point of a text, and its end. */
function offsetsOf(text: string): number[] {
  const offsets: number[] = []
  let at = 0
  for (const char of text) {
    offsets.push(at)
    at += char.length
  }
  return [...offsets, at]
}

/** Harper marks code in backticks; we show plain words. */
const plain = (message: string) => message.replaceAll(/`([^`]*)`/g, '“$1”')

/** A lint as the page knows it, or null where its span is not in the text. */
export function remarkOf(text: string, lint: LintParts): HarperRemark | null {
  const offsets = offsetsOf(text)
  const [from, to] = [offsets[lint.start], offsets[lint.end]]
  if (from === undefined || to === undefined || from >= to) return null
  const passage = text.slice(from, to)
  const choices = lint.suggestions.map(({ kind, text: words }) => (kind === REMOVE ? '' : kind === INSERT_AFTER ? passage + words : words)).filter((words) => words !== passage)
  return {
    ruleId: lint.kind === 'Spelling' || lint.kind === 'Typo' ? 'spelling' : 'grammar',
    rule: lint.rule,
    from,
    to,
    message: plain(lint.message),
    choices: [...new Set(choices)].slice(0, MAX_CHOICES),
  }
}
