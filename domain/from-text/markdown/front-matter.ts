import { cleanLine } from '../clean-lines.ts'

/** The head of a Markdown file between two lines of dashes, as site builders write it. */
export type FrontMatter = {
  /** How many lines it takes, both fences included; 0 = there is none. */
  length: number
  title: { text: string; line: number } | null
  deck: { text: string; line: number } | null
  authors: { text: string; line: number }[]
}

const NONE: FrontMatter = { length: 0, title: null, deck: null, authors: [] }
const LONGEST = 100

function unquoted(value: string): string {
  const text = cleanLine(value)
  return cleanLine(/^(["']).*\1$/.test(text) && text.length > 1 ? text.slice(1, -1) : text)
}

/** One value or a list in brackets: `Ana Ruiz`, `"Ana Ruiz"`, `[Ana Ruiz, Ben Cho]`. */
function values(value: string): string[] {
  const text = cleanLine(value)
  const parts = /^\[.*\]$/.test(text) ? text.slice(1, -1).split(',') : [text]
  return parts.map(unquoted).filter((part) => part !== '')
}

/**
 * Reads title, author(s) and deck; a date and everything else is left out. Only plain `key: value` lines and lists are
 * read: it is no YAML reader, and what looks different makes it no front matter at all.
 */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (cleanLine(lines[0] ?? '') !== '---') return NONE
  const end = lines.slice(1, LONGEST).findIndex((line) => /^(?:---|\.\.\.)$/.test(cleanLine(line)))
  const inside = end < 0 ? [] : lines.slice(1, end + 1)
  if (inside.length === 0 || !inside.every((line) => /^(?:\s*$|\s*#|[\w-]+\s*:|\s+\S|-\s)/.test(line))) return NONE
  const found: FrontMatter = { ...NONE, authors: [], length: end + 2 }
  let key = ''
  inside.forEach((line, index) => {
    const number = index + 2
    const pair = /^([\w-]+)\s*:(.*)$/.exec(line)
    const item = /^\s*-\s+(?:name:\s*)?(.*)$/.exec(line)
    if (pair !== null) key = (pair[1] ?? '').toLowerCase()
    const [first, ...more] = values((pair ?? [])[2] ?? item?.[1] ?? '')
    if (first === undefined) return
    if (key === 'title' && pair !== null) found.title = { text: unquoted(pair[2] ?? ''), line: number }
    if (/^(?:deck|subtitle|dek)$/.test(key) && pair !== null) found.deck = { text: unquoted(pair[2] ?? ''), line: number }
    if (/^(?:authors?|bylines?)$/.test(key)) found.authors.push(...[first, ...more].map((text) => ({ text, line: number })))
  })
  return found
}
