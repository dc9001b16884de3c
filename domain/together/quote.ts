/**
 * Passages found again by their words: the text quote selector of the W3C Web Annotation Data Model (4.2.4), which names
 * a passage by its exact words and a few characters before and after them.
 */
export type Quote = { exact: string; prefix: string; suffix: string }
/** A stretch of text: UTF-16 offsets, `to` is the first one behind it. */
export type Span = { from: number; to: number }

/** How much is kept of the text on each side. */
export const QUOTE_CONTEXT = 32
/** The longest passage that a note can be about; of a longer one the beginning. */
export const MAX_QUOTE = 600
/** As many places of the same words are looked at; short words can stand anywhere. */
const MAX_CANDIDATES = 500

const isHalf = (text: string, index: number) => /[\udc00-\udfff]/.test(text.charAt(index)) && /[\ud800-\udbff]/.test(text.charAt(index - 1))
/** The same place, moved off the middle of a surrogate pair. */
const whole = (text: string, index: number) => (isHalf(text, index) ? index - 1 : index)

/** The span without white space at its ends and no longer than a quote may be; null where nothing is left. */
export function trimmedSpan(text: string, { from, to }: Span): Span | null {
  const [start, end] = [whole(text, Math.max(0, Math.min(from, to))), whole(text, Math.min(text.length, Math.max(from, to)))]
  const passage = text.slice(start, end)
  const left = start + (passage.length - passage.trimStart().length)
  const right = whole(text, Math.min(left + MAX_QUOTE, start + passage.trimEnd().length))
  return right > left ? { from: left, to: right } : null
}

/** The quote that names this span of the text. */
export function quoteAt(text: string, { from, to }: Span): Quote {
  return {
    exact: text.slice(from, to),
    prefix: text.slice(whole(text, Math.max(0, from - QUOTE_CONTEXT)), from),
    suffix: text.slice(to, whole(text, Math.min(text.length, to + QUOTE_CONTEXT))),
  }
}

function sameAtEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.charAt(a.length - 1 - count) === b.charAt(b.length - 1 - count)) count += 1
  return count
}
/** How many characters two texts have in common from their beginning. */
export function sameAtStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a.charAt(count) === b.charAt(count)) count += 1
  return count
}

/** A place of the same words; `context`: how many characters around it are as they were; `only`: they stand nowhere else. */
export type Found = Span & { context: number; only: boolean }

/**
 * Where the words of a quote stand now: of several places the one whose surroundings are most like they were, then the one
 * nearest to `near`. null: nowhere.
 */
export function findQuote(text: string, { exact, prefix, suffix }: Quote, near = 0): Found | null {
  if (exact === '') return null
  let best: Found | null = null
  let at = text.indexOf(exact)
  let seen = 0
  for (; at !== -1 && seen < MAX_CANDIDATES; seen += 1) {
    const context =
      sameAtEnd(text.slice(Math.max(0, at - QUOTE_CONTEXT), at), prefix) + sameAtStart(text.slice(at + exact.length, at + exact.length + QUOTE_CONTEXT), suffix)
    const better = best === null || context > best.context || (context === best.context && Math.abs(at - near) < Math.abs(best.from - near))
    if (better) best = { from: at, to: at + exact.length, context, only: true }
    at = text.indexOf(exact, at + 1)
  }
  return best === null ? null : { ...best, only: seen === 1 }
}

/** How alike two passages are: 0 nothing, 1 the same. What they begin and end with alike, by the length of the longer one. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  const start = sameAtStart(a, b)
  const end = sameAtEnd(a.slice(start), b.slice(start))
  return (start + end) / longest
}
