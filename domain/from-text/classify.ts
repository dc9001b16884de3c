import { isPosition, isSignedBy, parseBylines } from './bylines.ts'
import { captionWords, isCreditAlone, saysTheSame } from './picture-lines.ts'
import type { Piece } from './pieces.ts'
import { MAX_CAPTION, MAX_DECK, MAX_HEADLINE, type LineRole, type Overrides } from './understood-story.ts'

const ENDS_LIKE_A_SENTENCE = /[.!?…:;,)\]"'”’»]$/
const REMARK = /^\[\s*(?:notes?|editors?|to ?do|tk|check|ask|fix|fact[- ]?check)\b.*\]$/i
const MAX_SUBHEAD = 60
/** A paragraph is at least this long, and so is a full line of one that was cut to a width. */
const LONG = 60
const MAX_GUESSED_CAPTION = { spaced: 300, unspaced: 100 }

type Situation = { pieces: readonly Piece[]; roles: LineRole[]; at: number; spaced: boolean; plain: boolean; chosen: ReadonlySet<LineRole> }

/**
 * What each piece is. In this order: what a person said; pictures; a line that stood there already; remarks in square
 * brackets; the caption below a picture; what the format says; lone credits and signatures; then the head of the story (headline
 * first, bylines, a deck above them or instead of a subhead), and in the text below it subheads and paragraphs.
 */
export function classify(pieces: readonly Piece[], overrides: Overrides, format: 'plain' | 'markdown'): LineRole[] {
  const firsts = new Set<number>()
  const saidOf = pieces.map((piece) => {
    const first = piece.lines[0] ?? 0
    if (firsts.has(first)) return undefined
    firsts.add(first)
    return overrides[first]
  })
  const said = saidOf.map((role, at) => ((role === 'headline' || role === 'deck') && saidOf.indexOf(role) < at ? 'paragraph' : role))
  const chosen = new Set(said.filter((role) => role !== undefined))
  const spaced = pieces.some((piece, at) => at > 0 && !piece.adjacent)
  const roles: LineRole[] = []
  pieces.forEach((_, at) => roles.push(said[at] ?? guess({ pieces, roles, at, spaced, plain: format === 'plain', chosen })))
  return roles
}

function guess(situation: Situation): LineRole {
  const { pieces, roles, at } = situation
  const piece = pieces[at]
  if (piece === undefined) return 'dropped'
  if (piece.picture !== null) return 'picture'
  if (isDoubled(situation, piece)) return 'dropped'
  if (piece.given === null && REMARK.test(piece.text)) return 'note'
  const caption = captionRole(situation, piece)
  if (caption !== null) return caption
  if (piece.given !== null) return givenRole(situation, piece.given)
  if (isCreditAlone(piece.text)) return 'note'
  if (isSignedBy(piece.text) && !roles.includes('byline')) return 'byline'
  const inHead = !roles.includes('paragraph') && !roles.includes('subhead')
  return (inHead ? headRole(situation, piece) : null) ?? (isSubhead(situation, piece) ? 'subhead' : 'paragraph')
}

/** Format says "headline" or "deck"; there can be only one of each, and a person's choice goes first. */
function givenRole({ pieces, roles, chosen }: Situation, given: LineRole): LineRole {
  // A file whose headings all are of a lower level still has a headline.
  const opens = given === 'subhead' && !chosen.has('headline') && roles.every((role) => role === 'picture' || role === 'caption' || role === 'byline')
  if (opens && pieces.every((piece) => piece.given !== 'headline')) return 'headline'
  const taken = roles.includes(given) || chosen.has(given)
  if (given === 'headline') return taken ? 'subhead' : 'headline'
  if (given === 'deck') return taken ? 'paragraph' : 'deck'
  return given
}

/** The same words once more right after themselves, or the headline once more in the head; short lines may repeat on purpose. */
function isDoubled({ pieces, roles, at }: Situation, piece: Piece): boolean {
  if (piece.text.split(' ').length < 3 && piece.given !== 'headline') return false
  const before = pieces[at - 1]
  if (before !== undefined && before.text === piece.text && JSON.stringify(before.blocks) === JSON.stringify(piece.blocks)) return true
  return !roles.includes('paragraph') && pieces.some((other, index) => index < at && roles[index] === 'headline' && other.text === piece.text)
}

/** The caption of the picture just above: its own name once more, a line that ends in a credit, or words right below a nameless one. */
function captionRole({ pieces, roles, at, spaced }: Situation, piece: Piece): LineRole | null {
  let above = at - 1
  while (above >= 0 && (roles[above] === 'caption' || roles[above] === 'dropped')) above -= 1
  const picture = roles[above] === 'picture' ? (pieces[above]?.picture ?? null) : null
  if (picture === null || piece.text.length > MAX_CAPTION || (piece.given !== null && piece.given !== 'paragraph')) return null
  const captions = pieces.slice(above + 1, at).filter((_, index) => roles[above + 1 + index] === 'caption')
  if (saysTheSame(piece.text, picture.decoded) || saysTheSame(piece.text, picture.fileName)) return captions.length === 0 ? 'caption' : 'dropped'
  if (isCreditAlone(piece.text) && picture.credit === '' && captions.every(({ text }) => captionWords(text).credit === '')) return 'caption'
  if (captions.length > 0 || piece.given !== null) return null
  const isTitled = captionWords(piece.text).credit !== ''
  return isTitled || (piece.adjacent && picture.caption === '' && piece.text.length <= MAX_GUESSED_CAPTION[spaced ? 'spaced' : 'unspaced']) ? 'caption' : null
}

function headRole(situation: Situation, piece: Piece): LineRole | null {
  const { pieces, roles, at, chosen, plain } = situation
  const { text } = piece
  if (parseBylines(text) !== null) return 'byline'
  if (roles[at - 1] === 'byline' && isPosition(text)) return 'byline'
  const hasHeadline = roles.includes('headline') || chosen.has('headline') || pieces.some(({ given }) => given === 'headline')
  if (!hasHeadline) return text.length <= MAX_HEADLINE && (plain || !/[.!?]["”’]?$/.test(text)) ? 'headline' : null
  if (roles.includes('deck') || chosen.has('deck') || !roles.includes('headline') || text.length > MAX_DECK) return null
  const next = pieces[at + 1]
  const isAboveByline = !roles.includes('byline') && next !== undefined && pieces[at + 2] !== undefined && next.picture === null && parseBylines(next.text) !== null
  return isAboveByline || isSubhead(situation, piece) ? 'deck' : null
}

/** A short line that stands alone, ends unlike a sentence and is followed by a paragraph. Markdown marks its subheads itself. */
function isSubhead({ pieces, at, spaced, plain }: Situation, piece: Piece): boolean {
  const next = pieces[at + 1]
  if (!plain || next === undefined || next.picture !== null || piece.text.length > MAX_SUBHEAD) return false
  if (spaced && piece.adjacent) return false
  const startsLikeOne = /^["'“‘«¿¡]?[\p{Lu}\p{N}]/u.test(piece.text)
  return startsLikeOne && !ENDS_LIKE_A_SENTENCE.test(piece.text) && next.text.length > Math.max(LONG, piece.text.length)
}
