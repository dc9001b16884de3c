import { z } from 'zod'
import { isSafeHref } from './document/schema.ts'
import { remarkSchema } from './story.ts'
import { anchorSchema, type Anchor } from './together/anchor.ts'

/** Notes on a story: what is asked of it, with answers one level deep, by people who are called by name. */

/** More notes than this belong to no story. */
export const MAX_NOTES = 500
export const MAX_REPLIES = 100
export const MAX_MENTIONS = 10

const mentions = z.array(z.uuid()).max(MAX_MENTIONS, `Mention at most ${MAX_MENTIONS} people in one note.`)

/** A new note; `revisionId` is the revision that the person had before them, `anchor` null: about the story as a whole. */
export const newNoteSchema = z.strictObject({
  storyId: z.uuid(),
  revisionId: z.uuid(),
  body: remarkSchema,
  blocking: z.boolean(),
  anchor: anchorSchema.nullable(),
  mentions,
})
export type NewNote = z.infer<typeof newNoteSchema>

/** An answer to a note. */
export const newReplySchema = z.strictObject({ noteId: z.uuid(), body: remarkSchema, mentions })
export type NewReply = z.infer<typeof newReplySchema>

export type MentionView = { userId: string; name: string }
/** An answer as screens show it. Instants are ISO 8601. */
export type ReplyView = { id: string; body: string; authorId: string; author: string; at: string; mentions: MentionView[] }
/** A note with its answers, oldest first. */
export type NoteView = ReplyView & {
  blocking: boolean
  resolved: boolean
  /** Who settled it; null while it is open. */
  resolvedBy: string | null
  anchor: Anchor | null
  /** Which decision it came with, such as "Sent back"; null: none. */
  decision: string | null
  replies: ReplyView[]
}

/** A piece of a note's text: a web address to follow, the name of somebody mentioned, or plain words. */
export type NotePiece = { kind: 'text' | 'link' | 'mention'; text: string }

const ADDRESS = /https?:\/\/[^\s<>"]+/g
/** What ends a sentence is no part of an address in it; a closing bracket is, if it was opened. */
function trimmedAddress(found: string): string {
  let address = found
  for (;;) {
    const last = address.at(-1) ?? ''
    const unopened = last === ')' && !address.includes('(')
    if (!unopened && !/[.,;:!?'’”\]}]/.test(last)) return address
    address = address.slice(0, -1)
  }
}

/** Where the names of mentioned people stand, longest name first so that "@Ana Ruiz" is not read as "@Ana". */
function mentionsIn(text: string, names: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const sign = `@${name}`
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + sign.length)) {
      const to = at + sign.length
      if (!found.some((other) => at < other.to && to > other.from)) found.push({ from: at, to })
    }
  }
  return found
}

/** A note's text in pieces; joined they are the text. `names`: who is mentioned. */
export function notePieces(text: string, names: readonly string[]): NotePiece[] {
  const links = [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = trimmedAddress(found)
    return isSafeHref(address) ? [{ kind: 'link' as const, from: index, to: index + address.length }] : []
  })
  const people = mentionsIn(text, names)
    .filter(({ from, to }) => !links.some((link) => from < link.to && to > link.from))
    .map((span) => ({ kind: 'mention' as const, ...span }))
  const pieces: NotePiece[] = []
  let at = 0
  for (const { kind, from, to } of [...links, ...people].sort((a, b) => a.from - b.from)) {
    if (from > at) pieces.push({ kind: 'text', text: text.slice(at, from) })
    pieces.push({ kind, text: text.slice(from, to) })
    at = to
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}

/** Who of these people a text calls by "@" and their name. */
export function mentionedIn<T extends { name: string }>(text: string, people: readonly T[]): T[] {
  const spans = mentionsIn(text, people.map(({ name }) => name))
  const called = new Set(spans.map(({ from, to }) => text.slice(from + 1, to)))
  return people.filter(({ name }) => called.has(name))
}

/** The name that is being typed behind an "@" at the cursor, with where the "@" stands; null: none. */
export function mentionAtCursor(text: string, cursor: number): { from: number; query: string } | null {
  const before = text.slice(0, cursor)
  const from = before.lastIndexOf('@')
  if (from === -1) return null
  const query = before.slice(from + 1)
  if (query.length > 30 || /[\n@]/.test(query) || /\S/.test(before.charAt(from - 1))) return null
  return { from, query }
}

/** The people whose name, or a part of it, begins with what was typed; at most eight. */
export function peopleLike<T extends { name: string }>(people: readonly T[], query: string): T[] {
  const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const wanted = plain(query)
  return people.filter(({ name }) => plain(name).startsWith(wanted) || plain(name).split(/[\s-]+/).some((part) => part.startsWith(wanted))).slice(0, 8)
}
