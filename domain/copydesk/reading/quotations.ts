/** From the opening mark to behind the closing one, in UTF-16 units. */
export type Span = { from: number; to: number }

/** Stands for each unit that is masked: no letter, digit, space or punctuation. */
export const MASKED = '\ue000'

/** Whether a straight mark stands for inches or seconds: 5'10", a 6" pipe. */
function isMeasure(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '')
}

/** The quotations between double marks. One that is not closed goes on to the end: a quotation of several paragraphs. */
export function quotationsIn(text: string): Span[] {
  const spans: Span[] = []
  let open: number | null = null
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]
    if (mark !== '“' && mark !== '”' && mark !== '"') continue
    if (open === null) {
      if (mark === '“' || (mark === '"' && !isMeasure(text, at))) open = at
    } else if (mark !== '“') {
      spans.push({ from: open, to: at + 1 })
      open = null
    }
  }
  if (open !== null) spans.push({ from: open, to: text.length })
  return spans
}

/** The text with all that somebody else says masked, unit for unit; the marks themselves stay. ‘Single’ quotations too. */
export function withoutQuotations(text: string): string {
  let masked = ''
  let at = 0
  for (const { from, to } of quotationsIn(text)) {
    masked += `${text.slice(at, from + 1)}${MASKED.repeat(Math.max(0, to - from - 2))}${to - from > 1 ? (/[”"]/.test(text[to - 1] ?? '') ? text[to - 1] : MASKED) : ''}`
    at = to
  }
  masked += text.slice(at)
  return masked.replace(/(?<![\p{L}\p{N}])‘[^‘’“”]{1,300}(?:’[^‘’“”\s][^‘’“”]{0,300})*’(?![\p{L}\p{N}])/gu, (words) => `‘${MASKED.repeat(words.length - 2)}’`)
}
