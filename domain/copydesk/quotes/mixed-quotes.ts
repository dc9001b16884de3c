import type { CopyText, Finding, Rule } from '../finding.ts'
import { EVERYWHERE, findEach, passagesOf } from '../reading/passages.ts'

const ID = 'mixed-quotes'
/** Straight marks but those of measures: 5'10", 6". */
const STRAIGHT = /(?<!\d)["']/g
const CURLY = /[“”‘’]/g

const isOpening = (before: string) => before === '' || /[\s([{“‘—–-]/.test(before)

function curled(mark: string, words: string, at: number): string {
  const opens = isOpening(words[at - 1] ?? '')
  // "'26", "'em": an apostrophe stands for what is left out.
  if (mark === "'" && /^'(?:\d\ds?\b|em\b|til\b|tis\b|cause\b|n\b)/i.test(words.slice(at, at + 6))) return '’'
  if (mark === "'") return opens ? '‘' : '’'
  return opens ? '“' : '”'
}

const count = (text: CopyText, pattern: RegExp) => passagesOf(text, EVERYWHERE).reduce((sum, { text: words }) => sum + (words.match(pattern)?.length ?? 0), 0)

/** Straight and curly quotation marks or apostrophes in one story; the fewer ones are named. */
export const mixedQuotes: Rule = {
  id: ID,
  name: 'Straight and curly quotes mixed',
  source: 'Chicago Manual of Style: “smart” quotation marks and apostrophes throughout (AP is silent)',
  defaultLevel: 'ADVISORY',
  find: (text): Finding[] => {
    const [straight, curly] = [count(text, STRAIGHT), count(text, CURLY)]
    if (straight === 0 || curly === 0) return []
    if (straight > curly) {
      return findEach(ID, text, EVERYWHERE, CURLY, ({ 0: mark }) => ({ message: 'This mark is curly, and most others in the story are straight.', fix: /[“”]/.test(mark) ? '"' : "'" }))
    }
    return findEach(ID, text, EVERYWHERE, STRAIGHT, ({ index, 0: mark }, { text: words }) => ({
      message: 'This mark is straight, and the others in the story are curly.',
      fix: curled(mark, words, index),
    }))
  },
}
