/** One place of a text that changed: `drop` characters at `from` gave way to `put`. Lengths in UTF-16 units. */
export type TextEdit = { from: number; drop: number; put: string }

const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/**
 * What a person did to a field that said `before` and says `after`, with the cursor at `caret` since. The cursor tells
 * which of several equal letters was typed: what stands behind it was there before. Never cuts a character in two.
 */
export function textEdit(before: string, after: string, caret: number): TextEdit {
  const longest = Math.min(before.length, after.length)
  const behind = Math.min(longest, Math.max(0, after.length - caret))
  let end = 0
  while (end < behind && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1
  let from = 0
  while (from < longest - end && before.charCodeAt(from) === after.charCodeAt(from)) from += 1
  while (end < longest - from && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1
  if (from > 0 && (isLow(before, from) || isLow(after, from))) from -= 1
  if (end > 0 && (isLow(before, before.length - end) || isLow(after, after.length - end))) end -= 1
  return { from, drop: before.length - end - from, put: after.slice(from, after.length - end) }
}
