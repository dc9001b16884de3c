const ENDS = /[.!?…:]["”’»)]*$/

/** The length that three of four do not exceed: that of a full line, where some are headlines and ends of paragraphs. */
function usualLength(lengths: readonly number[]): number {
  return lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.75)] ?? 0
}

/**
 * The text of a printed page as paragraphs: the lines of a narrow column are joined again. A paragraph ends at an empty line, at a line that ends a sentence and
 * is shorter than its column, and around a line that is much shorter than the others and ends no sentence, as headlines and names do.
 */
export function paragraphsOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  const usual = usualLength(lines.filter((line) => line !== '').map((line) => line.length))
  const paragraphs: string[] = []
  let open = ''
  const close = () => {
    if (open !== '') paragraphs.push(open)
    open = ''
  }
  for (const line of lines) {
    const standsAlone = line.length < usual * 0.6 && !ENDS.test(line) && /^[\p{Lu}\p{N}“"]/u.test(line)
    if (line === '' || standsAlone) close()
    if (line === '') continue
    open = open === '' ? line : `${open} ${line}`
    if (standsAlone || (ENDS.test(line) && line.length < usual * 0.85)) close()
  }
  close()
  return paragraphs
}
