import type { CleanUpKind } from './understood-story.ts'

/* eslint-disable no-control-regex, no-misleading-character-class */
const LINE_ENDS = /\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]/
const NON_BREAKING = /[\u00a0\u2007\u202f]/g
/** Control characters (PostgreSQL cannot even store U+0000), zero-width space, word joiner, byte order mark, soft hyphen. */
const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff]/g
/** Joiners hold emoji and some scripts together; beside plain letters or spaces they are left over from a copy. */
const STRAY_JOINERS = /(?<![^\u0000-\u007f\s])[\u200c\u200d]+|[\u200c\u200d]+(?![^\u0000-\u007f\s\u200c\u200d]|[\u200c\u200d])/g

/** A line of the source: as it came, and with its white space put right. */
export type CleanLine = { number: number; raw: string; text: string; done: CleanUpKind[] }

/** The source in lines, whatever system it comes from; never empty. */
export function splitLines(source: string): string[] {
  return source.split(LINE_ENDS)
}

/** Takes out what nobody can see and makes non-breaking spaces plain; keeps the number of spaces (Markdown needs it). */
export function withoutInvisible(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, '').replace(NON_BREAKING, ' ').replace(STRAY_JOINERS, '')
}

/** Every run of white space becomes one space; the ends stay, since the text may be a part of a line. */
export function collapsed(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ')
}

/** One line with its white space put right. Words and punctuation stay as they are; doing it twice changes nothing. */
export function cleanLine(raw: string): string {
  return collapsed(raw).trim()
}

/** What cleaning a line changes, for the list that the person sees. */
export function cleanUpsOf(raw: string): CleanUpKind[] {
  const done: CleanUpKind[] = []
  const visible = raw.toWellFormed().replace(INVISIBLE, '')
  const plain = visible.replace(NON_BREAKING, ' ')
  if (plain !== visible) done.push('nbsp')
  const joined = plain.replace(STRAY_JOINERS, '')
  if (visible !== raw || joined !== plain) done.push('invisible')
  // A tidy line differs from its clean form by nothing else than spaces.
  if (joined !== cleanLine(raw) && joined.trim() !== '' && !(plain !== visible && joined.trim() === cleanLine(raw))) done.push('spaces')
  return done
}

/** The source, line by line, clean. */
export function cleanLines(source: string): CleanLine[] {
  return splitLines(source).map((raw, index) => ({ number: index + 1, raw, text: cleanLine(raw), done: cleanUpsOf(raw) }))
}
