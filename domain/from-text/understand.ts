import { assemble, cleanUp, TOO_MANY_PARAGRAPHS, unread } from './assemble.ts'
import { classify } from './classify.ts'
import { cleanLines, splitLines, type CleanLine } from './clean-lines.ts'
import { joinLines } from './join-lines.ts'
import { pictureLine, saysTheSame } from './picture-lines.ts'
import { textInlines, type Piece } from './pieces.ts'
import { sourceProblem } from './source.ts'
import { MAX_LINES, type CleanUp, type LineRole, type Overrides, type UnderstoodStory } from './understood-story.ts'

function piecesOf(lines: readonly CleanLine[]): Piece[] {
  return lines
    .filter(({ text }) => text !== '')
    .map(({ number, text }) => ({
      lines: [number],
      text,
      blocks: [{ type: 'paragraph', content: textInlines(text) }],
      picture: pictureLine(text),
      given: null,
      adjacent: lines[number - 2]?.text !== '',
    }))
}

function whiteSpaceCleanUps(source: string, lines: readonly CleanLine[]): CleanUp[] {
  const end = lines.at(-1)
  // A text ends with a line end; what comes after it is no blank line.
  const counted = end !== undefined && end.raw === '' ? lines.slice(0, -1) : lines
  const found = counted.flatMap(({ number, text, done }) => [...done.map((kind) => cleanUp(number, kind)), ...(text === '' ? [cleanUp(number, 'blank')] : [])])
  const hasOtherEnds = splitLines(source.replaceAll('\n', ' ')).length > 1
  return hasOtherEnds ? [cleanUp(1, 'breaks'), ...found] : found
}

/** The lines that repeat another: both kinds are put back by saying what the line is. */
function repeatCleanUps(pieces: readonly Piece[], roles: readonly LineRole[], overrides: Overrides): CleanUp[] {
  const found: CleanUp[] = []
  let name = ''
  pieces.forEach(({ lines: [line = 1], text, picture }, index) => {
    if (roles[index] === 'picture') name = picture?.decoded ?? text
    if (overrides[line] !== undefined) return
    const repeatsName = name !== '' && saysTheSame(name, text)
    if (roles[index] === 'caption' && repeatsName) found.push(cleanUp(line, 'caption'))
    if (roles[index] === 'dropped') found.push(cleanUp(line, repeatsName ? 'caption' : 'doubled'))
  })
  return found
}

/**
 * Reads a pasted page or a .txt file as a story. Each line is one thing: the first that is neither picture nor byline is
 * the headline, a line that is an image's file name or address is a picture, what repeats its name is the caption, and
 * the rest are paragraphs; classify.ts has all the rules and `overrides` wins over each of them. White space is put
 * right; words and punctuation are never touched. Never throws; over 1 MB or 2,000 paragraphs `problem` says why not.
 */
export function understandText(source: string, overrides: Overrides = {}): UnderstoodStory {
  const problem = sourceProblem(source)
  if (problem !== null) return unread(problem)
  const lines = cleanLines(source)
  const pieces = piecesOf(lines)
  if (pieces.length > MAX_LINES) return unread(TOO_MANY_PARAGRAPHS)
  const roles = classify(pieces, overrides, 'plain')
  const joined = joinLines(pieces, roles, overrides)
  const cleanups = [
    ...whiteSpaceCleanUps(source, lines),
    ...repeatCleanUps(pieces, roles, overrides),
    ...joined.joinedLines.map((line) => cleanUp(line, 'joined')),
  ]
  const { pieces: whole, roles: wholeRoles } = joined
  const story = assemble({ source: lines.map(({ raw }) => raw), pieces: whole, roles: wholeRoles, cleanups })
  // A line that was joined to the one above may still begin a paragraph of its own, if a person says so.
  return { ...story, lines: story.lines.map((line) => (line.as === 'blank' ? line : { ...line, choosable: true })) }
}
