import type { Piece } from './pieces.ts'
import { textInlines } from './pieces.ts'
import type { LineRole, Overrides } from './understood-story.ts'

const NARROW = 45
const WIDE = 100

export type Joined = { pieces: Piece[]; roles: LineRole[]; joinedLines: number[] }

/** Lines of one paragraph that a program cut to a width: each is as full as it could be, and some break off inside a sentence. */
function isCutToWidth(run: readonly Piece[]): boolean {
  const width = Math.max(...run.map(({ text }) => text.length))
  if (run.length < 2 || width > WIDE) return false
  const cut = run.slice(0, -1)
  const full = cut.every(({ text }, index) => {
    const nextWord = run[index + 1]?.text.split(' ')[0] ?? ''
    return text.length >= NARROW && text.length + 1 + nextWord.length > width
  })
  return full && cut.some(({ text }) => !/[.!?…:"”’)]$/.test(text))
}

/**
 * Joins hard-wrapped lines into paragraphs. A line of which a person said that it is a paragraph begins one, and so
 * does every line after a blank one.
 */
export function joinLines(pieces: readonly Piece[], roles: readonly LineRole[], overrides: Overrides): Joined {
  const joined: Joined = { pieces: [], roles: [], joinedLines: [] }
  const continues = (at: number) =>
    roles[at] === 'paragraph' && roles[at - 1] === 'paragraph' && pieces[at]?.adjacent === true && overrides[pieces[at]?.lines[0] ?? 0] === undefined
  for (let at = 0; at < pieces.length; ) {
    let end = at + 1
    while (end < pieces.length && continues(end)) end += 1
    const run = pieces.slice(at, end)
    const [first] = run
    if (first !== undefined && isCutToWidth(run)) {
      const text = run.map((piece) => piece.text).join(' ')
      joined.pieces.push({ ...first, text, lines: run.flatMap(({ lines }) => lines), blocks: [{ type: 'paragraph', content: textInlines(text) }] })
      joined.roles.push('paragraph')
      joined.joinedLines.push(...run.slice(1).flatMap(({ lines }) => lines))
    } else {
      joined.pieces.push(...run)
      joined.roles.push(...roles.slice(at, end))
    }
    at = end
  }
  return joined
}
