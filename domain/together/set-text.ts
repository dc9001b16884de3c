import { diffChars } from 'diff'
import type * as Y from 'yjs'

/** A change of a text: keep, drop or put in. Lengths are in UTF-16 units, as Yjs counts. */
export type TextStep = { keep: number } | { drop: number } | { put: string }

/** Above this, the middle of two texts is replaced as a whole: comparing would take longer than anybody waits. */
const COMPARED_UP_TO = 4_000

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** How many characters two texts share at their beginning and, of the rest, at their end; never half a character. */
export function sharedEnds(before: string, after: string): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  if (start > 0 && isHigh(before, start - 1)) start -= 1
  let end = 0
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1
  if (end > 0 && isLow(before, before.length - end)) end -= 1
  return { start, end }
}

/** How `before` becomes `after` by the fewest characters. Never cuts a character in two. */
export function textSteps(before: string, after: string): TextStep[] {
  const { start, end } = sharedEnds(before, after)
  return [{ keep: start }, ...middleSteps(before.slice(start, before.length - end), after.slice(start, after.length - end)), { keep: end }]
}

function middleSteps(before: string, after: string): TextStep[] {
  if (before === '' || after === '' || before.length + after.length > COMPARED_UP_TO) return [{ drop: before.length }, { put: after }]
  return diffChars(before, after).map(({ added, removed, value }) => (added ? { put: value } : removed ? { drop: value.length } : { keep: value.length }))
}

/**
 * Makes a shared text say `next` by the smallest change, so that what somebody else types meanwhile stays. `before` is
 * what it says now (toString of a text with marks would tell tags too).
 */
export function setText(text: Y.Text, next: string, before: string = text.toString()): void {
  let at = 0
  for (const step of textSteps(before, next)) {
    if ('keep' in step) at += step.keep
    else if ('drop' in step) {
      if (step.drop > 0) text.delete(at, step.drop)
    } else if (step.put !== '') {
      text.insert(at, step.put)
      at += step.put.length
    }
  }
}
