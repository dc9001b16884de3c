import { fromMarkdown } from 'mdast-util-from-markdown'
import { assemble, cleanUp, TOO_MANY_PARAGRAPHS, unread } from './assemble.ts'
import { classify } from './classify.ts'
import { cleanLine, cleanUpsOf, splitLines, withoutInvisible } from './clean-lines.ts'
import { readFrontMatter, type FrontMatter } from './markdown/front-matter.ts'
import type { MarkdownBlock, Reading } from './markdown/inlines.ts'
import { frontMatterPieces, markdownPieces } from './markdown/pieces.ts'
import type { Piece } from './pieces.ts'
import { sourceProblem } from './source.ts'
import { MAX_LINES, type CleanUp, type LineRole, type Overrides, type UnderstoodStory } from './understood-story.ts'

const NOT_READABLE = 'This text has quotes, lists or emphasis inside each other that are too deep to read. Choose “Plain text” instead.'
/** Deeper nesting and more brackets than any text has; reading them would take the parser minutes. */
const MOST_BRACKETS = 20_000
const TOO_NESTED = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){40}/m

function definitionsIn(blocks: readonly MarkdownBlock[]): Reading['definitions'] {
  const found = new Map<string, Extract<MarkdownBlock, { type: 'definition' }>>()
  const visit = (nodes: readonly MarkdownBlock[]) => {
    for (const node of nodes) {
      if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
      if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') visit(node.children)
    }
  }
  visit(blocks)
  return found
}

function piecesOf(blocks: readonly MarkdownBlock[], reading: Reading, text: string): Piece[] {
  // Definitions come last, when it is known which of them are used; then everything goes back into its order.
  const isDefinition = (node: MarkdownBlock) => node.type === 'definition'
  const read = new Map<MarkdownBlock, Piece[]>()
  for (const node of [...blocks.filter((one) => !isDefinition(one)), ...blocks.filter(isDefinition)]) read.set(node, markdownPieces(node, reading, text))
  return blocks.flatMap((node) => read.get(node) ?? [])
}

function cleanUpsIn(lines: readonly string[], front: number, blocks: readonly MarkdownBlock[], reading: Reading): CleanUp[] {
  return [
    ...(front > 0 ? [cleanUp(1, 'frontMatter')] : []),
    ...lines.flatMap((raw, index) => cleanUpsOf(raw).filter((kind) => kind !== 'spaces').map((kind) => cleanUp(index + 1, kind))),
    ...blocks.filter(({ type }) => type === 'thematicBreak').map((node) => cleanUp(node.position?.start.line ?? 1, 'rule')),
    ...[...new Set(reading.unsafeLinks)].map((line) => cleanUp(line, 'link')),
  ]
}

function repeatCleanUps(pieces: readonly Piece[], roles: readonly LineRole[], overrides: Overrides): CleanUp[] {
  return pieces.flatMap(({ lines: [line = 1] }, index) => (roles[index] === 'dropped' && overrides[line] === undefined ? [cleanUp(line, 'doubled')] : []))
}

/**
 * Reads a .md file as a story: front matter, `#` headline, `##` and `###` subheads, emphasis, links, lists and quotations.
 * An image is a picture to upload, its alt text a proposed caption (never an alt text). Raw HTML is shown as text and never
 * interpreted; a link that may not stand in a story is plain text. Otherwise as understandText, and never throws either.
 */
export function understandMarkdown(source: string, overrides: Overrides = {}): UnderstoodStory {
  const problem = sourceProblem(source)
  if (problem !== null) return unread(problem)
  const lines = splitLines(source)
  const front = readFrontMatter(lines.map(withoutInvisible))
  const text = lines.map((line, index) => (index < front.length ? '' : withoutInvisible(line))).join('\n')
  if (lines.length > MAX_LINES) return unread(TOO_MANY_PARAGRAPHS)
  if (TOO_NESTED.test(text) || text.split('[').length > MOST_BRACKETS) return unread(NOT_READABLE)
  try {
    return storyOf(lines, front, text, overrides)
  } catch (error) {
    // Thousands of nested emphases leave no room on the stack.
    if (error instanceof RangeError) return unread(NOT_READABLE)
    throw error
  }
}

function storyOf(lines: readonly string[], front: FrontMatter, text: string, overrides: Overrides): UnderstoodStory {
  const blocks = fromMarkdown(text).children
  const reading: Reading = { definitions: definitionsIn(blocks), used: new Set(), unsafeLinks: [], images: [] }
  const pieces = [...frontMatterPieces(front), ...piecesOf(blocks, reading, text)]
  const roles = classify(pieces, overrides, 'markdown')
  const cleanups = [...cleanUpsIn(lines, front.length, blocks, reading), ...repeatCleanUps(pieces, roles, overrides)]
  const left = new Set(lines.flatMap((line, index) => (cleanLine(line) === '' ? [] : [index + 1])))
  return assemble({ source: lines, pieces, roles, cleanups, left })
}
