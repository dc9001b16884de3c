/** How wide a text stands at a size of 1, in ems. */
export type Measure = (text: string) => number

/** The parts of a word that is wider than a line, each as long as fits and at least one letter. */
function cutWord(word: string, measure: Measure, width: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && measure(part + letter) > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}

/** A text in lines of at most `width` ems, broken between words; a word that is wider is cut. */
export function breakLines(text: string, measure: Measure, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '').flatMap((part) => (measure(part) > width ? cutWord(part, measure, width) : [part]))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || measure(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** The same number of lines, as even as can be. */
function evened(text: string, measure: Measure, width: number, count: number): string[] {
  let [narrow, wide] = [0, width]
  for (let step = 0; step < 12; step += 1) {
    const middle = (narrow + wide) / 2
    if (breakLines(text, measure, middle).length <= count) wide = middle
    else narrow = middle
  }
  return breakLines(text, measure, wide)
}

/** A box for text in pixels, the sizes that it may have there, and its leading as a multiple of the size. */
export type TextBox = { width: number; height: number; largest: number; smallest: number; leading: number }

/** The largest size at which a text fits its box, and its lines there, evened. Where it fits at none, it ends with an ellipsis at the smallest. */
export function fitText(text: string, measure: Measure, { width, height, largest, smallest, leading }: TextBox): { size: number; lines: string[] } {
  for (let size = largest; size >= smallest; size -= 2) {
    const lines = breakLines(text, measure, width / size)
    // A word that had to be cut is a reason to go on: smaller, it may stand whole.
    const whole = lines.join(' ') === text.split(/\s+/).filter((part) => part !== '').join(' ')
    if (lines.length * size * leading <= height && (whole || size - 2 < smallest)) return { size, lines: whole ? evened(text, measure, width / size, lines.length) : lines }
  }
  const room = Math.max(1, Math.floor(height / (smallest * leading)))
  const kept = breakLines(text, measure, width / smallest).slice(0, room)
  const last = kept.pop() ?? ''
  return { size: smallest, lines: [...kept, `${last.replace(/\s*\S*$/, '') || last}…`] }
}
