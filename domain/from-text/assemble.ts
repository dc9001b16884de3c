import { EMPTY_DOCUMENT, storyDocumentSchema, type Block, type StoryDocument } from '../document/schema.ts'
import { isPosition, readBylines } from './bylines.ts'
import { captionWords, pictureOf, saysTheSame, type PictureLine } from './picture-lines.ts'
import { inlinesOf, type Piece } from './pieces.ts'
import { CLEAN_UPS, MAX_ALT, MAX_BLOCKS, type CleanUp, type CleanUpKind, type LineRole, type UnderstoodByline, type UnderstoodLine, type UnderstoodPicture, type UnderstoodStory } from './understood-story.ts'

export const TOO_MANY_PARAGRAPHS = 'This text has more than 2,000 paragraphs. Split it into several stories.'

/** A clean-up in the form of the list that the person sees. */
export function cleanUp(line: number, kind: CleanUpKind): CleanUp {
  return { line, what: CLEAN_UPS[kind] }
}

type Draft = Pick<UnderstoodStory, 'headline' | 'deck' | 'bylines' | 'pictures' | 'notes' | 'cleanups'> & { blocks: Block[]; named: Map<UnderstoodPicture, PictureLine> }

function addByline(bylines: UnderstoodByline[], text: string): void {
  const last = bylines.at(-1)
  if (isPosition(text) && last !== undefined && last.credit === '') last.credit = text
  else bylines.push(...readBylines(text))
}

function addPicture(draft: Draft, piece: Piece): void {
  const found = piece.picture ?? { ...pictureOf(piece.text, ''), fileName: piece.text, fromAlt: false }
  const occurrence = draft.pictures.filter(({ key }) => key.startsWith(`${piece.text}#`)).length
  const { caption, credit, fileName } = found
  const picture = { key: `${piece.text}#${occurrence}`, caption, credit, alt: '', fileName, sourceLines: [...piece.lines], afterBlocks: draft.blocks.length }
  draft.pictures.push(picture)
  draft.named.set(picture, found)
}

/** A caption belongs to the picture above it; what a person wrote wins over what a file name proposes. */
function addCaption(draft: Draft, piece: Piece): void {
  const words = captionWords(piece.text)
  let picture = draft.pictures.at(-1)
  if (picture === undefined) {
    picture = { key: `${piece.text}#caption`, caption: '', credit: '', alt: '', fileName: '', sourceLines: [], afterBlocks: draft.blocks.length }
    draft.pictures.push(picture)
  }
  picture.sourceLines.push(...piece.lines)
  const name = draft.named.get(picture)
  const isFirst = draft.named.delete(picture)
  if (name?.fromAlt === true && words.caption !== '' && !saysTheSame(words.caption, name.caption)) picture.alt = name.caption.slice(0, MAX_ALT)
  const together = (before: string, more: string, between: string) => [before, more].filter((part) => part !== '').join(between)
  picture.caption = words.caption === '' ? picture.caption : together(isFirst ? '' : picture.caption, words.caption, ' ')
  picture.credit = words.credit === '' || words.credit === picture.credit ? picture.credit : together(isFirst ? '' : picture.credit, words.credit, '; ')
}

function add(draft: Draft, piece: Piece, role: LineRole): void {
  switch (role) {
    case 'headline':
      draft.headline = piece.text
      return
    case 'deck':
      draft.deck = piece.text
      return
    case 'byline':
      return addByline(draft.bylines, piece.text)
    case 'picture':
      return addPicture(draft, piece)
    case 'caption':
      return addCaption(draft, piece)
    case 'note':
      draft.notes.push(piece.text)
      return
    case 'subhead': {
      const [block] = piece.blocks
      draft.blocks.push(block?.type === 'heading' ? block : { type: 'heading', attrs: { level: 2 }, content: inlinesOf(piece) })
      return
    }
    case 'paragraph': {
      const isHeading = piece.blocks[0]?.type === 'heading' || piece.blocks.length === 0
      draft.blocks.push(...(isHeading ? [{ type: 'paragraph' as const, content: inlinesOf(piece) }] : piece.blocks))
      return
    }
    case 'blank':
    case 'dropped':
  }
}

/** The body, if it can be one: otherwise an empty one and the reason in words. */
function bodyOf(blocks: Block[]): { body: StoryDocument; problem: string | null } {
  if (blocks.length === 0) return { body: EMPTY_DOCUMENT, problem: null }
  if (blocks.length > MAX_BLOCKS) return { body: EMPTY_DOCUMENT, problem: TOO_MANY_PARAGRAPHS }
  const parsed = storyDocumentSchema.safeParse({ type: 'doc', content: blocks })
  return parsed.success ? { body: parsed.data, problem: null } : { body: EMPTY_DOCUMENT, problem: 'This text is too long for one story. Split it into several.' }
}

/** The same pictures for the same source lines: which line was taken for what, in the order of the source. */
function lineList(source: readonly string[], pieces: readonly Piece[], roles: readonly LineRole[], left: ReadonlySet<number>): UnderstoodLine[] {
  const taken = new Map<number, { as: LineRole; choosable: boolean }>()
  pieces.forEach((piece, index) =>
    piece.lines.forEach((number, at) => {
      if (!taken.has(number)) taken.set(number, { as: roles[index] ?? 'dropped', choosable: at === 0 })
    }),
  )
  return source.map((text, index) => ({
    number: index + 1,
    text,
    ...(taken.get(index + 1) ?? { as: left.has(index + 1) ? ('dropped' as const) : ('blank' as const), choosable: false }),
  }))
}

/**
 * The story that the pieces make. `source`: its lines as they came; `left`: lines that are not blank and yet part of no
 * piece. Always a body that the document schema accepts.
 */
export function assemble(input: { source: readonly string[]; pieces: readonly Piece[]; roles: readonly LineRole[]; cleanups: readonly CleanUp[]; left?: ReadonlySet<number> }): UnderstoodStory {
  const { source, pieces, roles, left = new Set<number>() } = input
  const draft: Draft = { headline: '', deck: '', bylines: [], pictures: [], notes: [], cleanups: [...input.cleanups], blocks: [], named: new Map() }
  pieces.forEach((piece, index) => add(draft, piece, roles[index] ?? 'dropped'))
  const { blocks, named: _, ...found } = draft
  const cleanups = draft.cleanups.toSorted((one, other) => one.line - other.line)
  return { ...found, cleanups, ...bodyOf(blocks), lines: lineList(source, pieces, roles, left) }
}

/** An answer for a text that was not even read. */
export function unread(problem: string | null): UnderstoodStory {
  return { headline: '', deck: '', bylines: [], pictures: [], body: EMPTY_DOCUMENT, notes: [], cleanups: [], lines: [], problem }
}
