import * as Y from 'yjs'
import { z } from 'zod'
import { bodyText, type BodyText } from './body-text.ts'
import { findQuote, likeness, MAX_QUOTE, QUOTE_CONTEXT, quoteAt, trimmedSpan, type Quote, type Span } from './quote.ts'

/**
 * What a note is about: a passage in one field of a story. Kept beside the note and never in the document, so that a note
 * changes no word of a story. Two ways lead to it: Yjs relative positions, which stay with the letters that they stood
 * beside, and the words themselves, for when those letters were cut out and put in elsewhere.
 */

/** The fields whose text is shared letter by letter; the names are those of the shared document. */
export const TEXT_FIELDS = ['headline', 'deck', 'leadCaption', 'leadAlt', 'leadCredit'] as const
export type TextField = (typeof TEXT_FIELDS)[number]

export const FIELD_NAMES: Record<TextField | 'body' | 'caption', string> = {
  headline: 'Headline',
  deck: 'Deck',
  leadCaption: 'Lead picture, caption',
  leadAlt: 'Lead picture, alt text',
  leadCredit: 'Lead picture, credit',
  body: 'Text',
  caption: 'Picture, caption',
}

const base64 = z.string().max(400).regex(/^[A-Za-z0-9+/]*={0,2}$/, 'This place in the text cannot be read.')
/** A Yjs relative position on each side, as base64 of its binary form. */
const positions = z.strictObject({ start: base64, end: base64 })
const quoteParts = {
  exact: z.string().min(1, 'Select some words first.').max(MAX_QUOTE),
  prefix: z.string().max(QUOTE_CONTEXT + 1),
  suffix: z.string().max(QUOTE_CONTEXT + 1),
}

/** Parses what a browser or the database holds of an anchor. */
export const anchorSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.enum([...TEXT_FIELDS, 'body']), positions: positions.optional(), ...quoteParts }),
  // Words of a picture inside the text belong to its block, which moves as a whole.
  z.strictObject({ field: z.literal('caption'), assetId: z.uuid(), ...quoteParts }),
])
export type Anchor = z.infer<typeof anchorSchema>

/** Where a passage is now; `edited`: its words are no longer the ones that the note was about. */
export type Place = Span & { edited: boolean }

function encoded(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}

function decoded(text: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)))
  } catch {
    return null
  }
}

/** Text of a field with the shared types that hold it. */
function fieldText(doc: Y.Doc, field: TextField | 'body'): { text: string; runs: { type: Y.Text; from: number; length: number }[] } {
  if (field === 'body') return bodyText(doc.getXmlFragment('body'))
  const type = doc.getText(field)
  return { text: type.toString(), runs: [{ type, from: 0, length: type.length }] }
}

/** The text that anchors of this field count in. */
export function textOfField(doc: Y.Doc, field: TextField | 'body'): string {
  return fieldText(doc, field).text
}

function positionsAt({ runs }: { runs: readonly { type: Y.Text; from: number; length: number }[] }, { from, to }: Span) {
  const first = runs.find((run) => from >= run.from && from < run.from + run.length)
  const last = runs.find((run) => to > run.from && to <= run.from + run.length)
  if (first === undefined || last === undefined) return undefined
  // The beginning holds on to the letter behind it and the end to the one before it: what is typed outside stays outside.
  return {
    start: encoded(Y.createRelativePositionFromTypeIndex(first.type, from - first.from, 0)),
    end: encoded(Y.createRelativePositionFromTypeIndex(last.type, to - last.from, -1)),
  }
}

/** The anchor of a passage, with white space at its ends left out; null where there are no words. */
export function anchorAt(doc: Y.Doc, field: TextField | 'body', span: Span): Anchor | null {
  const shared = fieldText(doc, field)
  const trimmed = trimmedSpan(shared.text, span)
  if (trimmed === null) return null
  const found = positionsAt(shared, trimmed)
  return { field, ...quoteAt(shared.text, trimmed), ...(found === undefined ? {} : { positions: found }) }
}

/** The anchor of a passage in a text that is not shared: a picture's caption, or a revision on its review page. */
export function quoteAnchor(on: { field: TextField | 'body' } | { field: 'caption'; assetId: string }, text: string, span: Span): Anchor | null {
  const trimmed = trimmedSpan(text, span)
  return trimmed === null ? null : { ...on, ...quoteAt(text, trimmed) }
}

function offsetOf(doc: Y.Doc, runs: BodyText['runs'] | { type: Y.Text; from: number; length: number }[], position: string): number | null {
  const relative = decoded(position)
  if (relative === null) return null
  let absolute: Y.AbsolutePosition | null
  try {
    absolute = Y.createAbsolutePositionFromRelativePosition(relative, doc)
  } catch {
    // A position can name anything; one that no document knows is none.
    return null
  }
  const run = absolute === null ? undefined : runs.find(({ type }) => type === absolute.type)
  return run === undefined || absolute === null ? null : run.from + Math.min(absolute.index, run.length)
}

/** At least this much of the passage must be left for edited words to count as the same passage. */
const STILL_THE_PASSAGE = 0.4
/** As many letters around the same words must be as they were, before they are taken for the passage moved there. */
const SURE_OF_CONTEXT = 12
/** Words this long do not stand twice by accident, and this long not by accident where they stand once. */
const SURE_OF_WORDS = 24
const SURE_OF_ONLY_WORDS = 8

const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign)
/** The same span, grown to whole words: a corrected ending belongs to its word. */
function wholeWords(text: string, span: Span): Span {
  let { from, to } = span
  while (from > 0 && isLetter(text.charAt(from)) && isLetter(text.charAt(from - 1))) from -= 1
  while (to < text.length && isLetter(text.charAt(to - 1)) && isLetter(text.charAt(to))) to += 1
  return { from, to }
}

function placeInText(text: string, quote: Quote, held: Span | null): Place | null {
  const there = held === null ? '' : text.slice(held.from, held.to)
  if (held !== null && there === quote.exact) return { ...held, edited: false }
  const found = findQuote(text, quote, held?.from)
  const like = there.trim() === '' ? 0 : likeness(there, quote.exact)
  const stillThere = held !== null && like >= STILL_THE_PASSAGE ? { ...wholeWords(text, held), edited: true } : null
  if (found === null) return stillThere
  const sure =
    found.context >= Math.min(SURE_OF_CONTEXT, quote.prefix.length + quote.suffix.length) ||
    quote.exact.length >= (found.only ? SURE_OF_ONLY_WORDS : SURE_OF_WORDS)
  return sure ? { from: found.from, to: found.to, edited: false } : stillThere
}

/** Where the passage of an anchor is in the shared document now, in the text of its field; null: it is gone. */
export function placeOf(doc: Y.Doc, anchor: Extract<Anchor, { field: TextField | 'body' }>): Place | null {
  const { text, runs } = fieldText(doc, anchor.field)
  const [from, to] = anchor.positions === undefined ? [null, null] : [offsetOf(doc, runs, anchor.positions.start), offsetOf(doc, runs, anchor.positions.end)]
  return placeInText(text, anchor, from !== null && to !== null && from < to ? { from, to } : null)
}

/** Where the words of an anchor stand in a text that is not shared; null: they are gone. */
export function placeOfQuote(text: string, quote: Quote): Place | null {
  return placeInText(text, quote, null)
}
