import { detailsOf } from './details.ts'
import { wordsOf } from './kinds.ts'

/**
 * The record of one story: what happened to it, with the reasons of its decisions and its notes, in order. It holds headlines, reasons and notes,
 * and never the text of the story itself, which may be a draft. All times are ISO 8601.
 */

/** `seq` and `hash`: its place in the chain; null for a note that came with the start of the story and has no event of its own. */
export type RecordLine = {
  seq: string | null
  hash: string | null
  at: string
  who: string
  what: string
  details: string | null
  /** The number of the revision that it names. */
  revision: number | null
  /** The reason of a decision, or what a note says. */
  text: string | null
  /** A note that must be settled before the story can be approved. */
  blocking: boolean
  /** Who settled the note, if it is settled now. */
  settled: { by: string; at: string } | null
}

export type StoryRecord = { id: string; headline: string; section: string | null; state: string; bylines: string[]; lines: RecordLine[] }

export type RecordEvent = { seq: string; hash: string; at: string; actorId: string | null; kind: string; revisionId: string | null; subjectId: string | null; data: unknown }
export type RecordReview = { id: string; at: string; byId: string; revisionId: string; notes: string; reason: string }
/** `body`: what was objected; `answer`: what was answered, '' as long as nothing was. */
export type RecordObjection = { id: string; body: string; answer: string }
export type RecordNote = { id: string; at: string; authorId: string; revisionId: string; parentId: string | null; body: string; blocking: boolean; resolvedAt: string | null; resolvedById: string | null }
export type RecordSource = {
  events: readonly RecordEvent[]
  /** Those that asked for changes, and comments. */
  reviews: readonly RecordReview[]
  objections: readonly RecordObjection[]
  notes: readonly RecordNote[]
  numbers: ReadonlyMap<string, number>
  /** The last ask to withdraw, and the withdrawal. */
  asked: { at: string; byId: string | null; reason: string } | null
  withdrawn: { at: string; reason: string } | null
  nameOf: (userId: string | null) => string
}

/** What belongs to one act is written in one transaction: never further apart than one may take. */
const ONE_ACT_MS = 60_000
const apart = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b))

function nearest<T extends { at: string }>(rows: readonly T[], at: string): T | null {
  return rows.filter((row) => apart(row.at, at) <= ONE_ACT_MS).toSorted((a, b) => apart(a.at, at) - apart(b.at, at))[0] ?? null
}

type Said = { text: string | null; note: RecordNote | null }

function saidIn(event: RecordEvent, { reviews, objections, notes, asked, withdrawn }: RecordSource): Said {
  const { kind, at, actorId, revisionId, subjectId } = event
  const nothing = { text: null, note: null }
  switch (kind) {
    case 'story.sendBack': {
      const review = nearest(reviews.filter((one) => one.byId === actorId && one.revisionId === revisionId), at)
      if (review === null) return nothing
      const note = nearest(notes.filter((one) => one.parentId === null && one.authorId === actorId && one.revisionId === revisionId && one.body === review.notes), at)
      return { text: review.reason === '' ? review.notes : `${review.notes}\nReason: ${review.reason}`, note }
    }
    case 'review.commented':
      return { text: reviews.find(({ id }) => id === subjectId)?.notes ?? null, note: null }
    case 'objection.made':
      return { text: objections.find(({ id }) => id === subjectId)?.body ?? null, note: null }
    case 'objection.answered':
      return { text: objections.find(({ id }) => id === subjectId)?.answer ?? null, note: null }
    case 'story.askWithdrawal':
      return { text: asked !== null && asked.byId === actorId && apart(asked.at, at) <= ONE_ACT_MS ? asked.reason : null, note: null }
    case 'story.withdraw':
      return { text: withdrawn !== null && apart(withdrawn.at, at) <= ONE_ACT_MS ? withdrawn.reason : null, note: null }
    case 'note.added': {
      const note = notes.find(({ id }) => id === subjectId) ?? null
      return { text: note?.body ?? null, note }
    }
    case 'note.answered':
      return { text: nearest(notes.filter((one) => one.parentId === subjectId && one.authorId === actorId), at)?.body ?? null, note: null }
    case 'note.resolved':
    case 'note.reopened':
      return { text: notes.find(({ id }) => id === subjectId)?.body ?? null, note: null }
    default:
      return nothing
  }
}

function settledOf(note: RecordNote | null, nameOf: RecordSource['nameOf']): RecordLine['settled'] {
  return note === null || note.resolvedAt === null ? null : { by: nameOf(note.resolvedById), at: note.resolvedAt }
}

/** The lines of a story's record, oldest first. `within`: only what happened in this time. */
export function recordLines(source: RecordSource, within: { from: string | null; before: string | null } = { from: null, before: null }): RecordLine[] {
  const { nameOf, numbers } = source
  const told = source.events.map((event) => ({ event, said: saidIn(event, source) }))
  const lines = told.map(({ event, said: { text, note } }): RecordLine => ({
    seq: event.seq,
    hash: event.hash,
    at: event.at,
    who: nameOf(event.actorId),
    what: wordsOf(event.kind),
    details: detailsOf(event.kind, event.data),
    revision: event.revisionId === null ? null : (numbers.get(event.revisionId) ?? null),
    text: text === '' ? null : text,
    blocking: note?.blocking ?? false,
    settled: settledOf(note, nameOf),
  }))
  const known = new Set(told.flatMap(({ said: { note } }) => note?.id ?? []))
  const inTime = (at: string) => (within.from === null || at >= within.from) && (within.before === null || at < within.before)
  // A range that leaves an event out must not tell its note as one without an event.
  const silent = source.notes.filter(({ id, parentId, at }) => parentId === null && !known.has(id) && inTime(at))
  const notes = silent.map((note): RecordLine => ({
    seq: null, hash: null, at: note.at, who: nameOf(note.authorId), what: wordsOf('note.added'), details: null,
    revision: numbers.get(note.revisionId) ?? null, text: note.body, blocking: note.blocking, settled: settledOf(note, nameOf),
  }))
  return [...lines, ...notes].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.seq ?? 0) - Number(b.seq ?? 0)))
}

/** What stands behind a line in brackets: revision and details. */
export function remarkOf({ revision, details }: RecordLine): string | null {
  return [revision === null ? null : `revision ${revision}`, details].filter((part) => part !== null).join(', ') || null
}
