import 'server-only'
import { changesBetween, type FieldChange, type ReadableRevision } from '#domain/document/diff.ts'
import { relatedStoriesOf } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import { timelineOf, type TimelineEntry, type TimelineEvent, type TimelineRevision } from '#domain/timeline.ts'
import { db } from '../db.ts'
import { readable, REVISION_CONTENT, type RevisionRow } from './content.ts'
import { newsroomStory, type NewsroomStory } from './queries.ts'
import { isTiming, timingNote } from './timing/told.ts'

/** A story's history, newest first; `entries` are its revisions. null where this actor may not read it. */
export async function storyHistory(actor: Actor, id: string): Promise<{ story: NewsroomStory; entries: TimelineEntry[]; liveNumber: number | null } | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [events, revisions, reviews, corrections] = await Promise.all([
    db().auditEvent.findMany({ where: { storyId: id }, orderBy: { id: 'asc' }, select: { id: true, at: true, actorId: true, kind: true, revisionId: true, subjectId: true, data: true } }),
    db().revision.findMany({ where: { storyId: id }, select: REVISION_LINE }),
    db().review.findMany({ where: { storyId: id }, select: { id: true, revisionId: true, byId: true, decision: true, notes: true, reason: true, objections: { select: { id: true, body: true, answer: true } } } }),
    db().correction.findMany({ where: { storyId: id }, select: { id: true, text: true } }),
  ])
  const names = await namesOf(events.flatMap(({ actorId }) => actorId ?? []))
  const numbers = new Map(revisions.map((revision) => [revision.id, revision.number]))
  const objections = reviews.flatMap((review) => review.objections)
  const lastAsk = events.findLast(({ kind }) => kind === 'story.askWithdrawal')?.id
  const noteOf = ({ id, kind, revisionId, actorId, subjectId, data }: (typeof events)[number]): string | null => {
    if (isTiming(kind)) return timingNote(kind, data, story.timing.timeZone)
    if (WITH_A_NOTE.includes(kind)) return corrections.find((correction) => correction.id === subjectId)?.text ?? null
    if (kind === 'story.withdraw') return story.withdrawn?.reason ?? null
    if (kind === 'story.askWithdrawal') return id === lastAsk ? (story.withdrawalAsk?.reason ?? null) : null
    if (kind === 'review.commented') return reviews.find((review) => review.id === subjectId)?.notes || null
    if (kind === 'objection.made') return objections.find((objection) => objection.id === subjectId)?.body ?? null
    if (kind === 'objection.answered') return objections.find((objection) => objection.id === subjectId)?.answer ?? null
    if (kind !== 'story.sendBack') return null
    const review = reviews.find((one) => one.decision === 'REQUEST_CHANGES' && one.revisionId === revisionId && one.byId === actorId)
    return review === undefined ? null : review.reason === '' ? review.notes : `${review.notes}\nReason: ${review.reason}`
  }
  const told = events.map((event): TimelineEvent => ({
    id: String(event.id),
    at: event.at.toISOString(),
    who: event.actorId === null ? 'The paper' : (names.get(event.actorId) ?? 'Somebody'),
    kind: event.kind,
    revisionId: event.revisionId,
    note: noteOf(event),
    restored: event.kind === 'story.restored' && event.subjectId !== null ? (numbers.get(event.subjectId) ?? null) : null,
  }))
  const lines = revisions.map((revision): TimelineRevision => ({
    id: revision.id,
    number: revision.number,
    by: revision.createdBy.staff.name,
    others: revision.contributors.map(({ user }) => user.staff.name),
    at: revision.createdAt.toISOString(),
    savedAt: revision.savedAt.toISOString(),
  }))
  return { story, entries: timelineOf(lines, told), liveNumber: story.liveRevisionId === null ? null : (numbers.get(story.liveRevisionId) ?? null) }
}

const WITH_A_NOTE: readonly string[] = ['story.corrected', 'story.updated', 'correction.proposed', 'correction.published', 'correction.declined']
const NAME = { select: { staff: { select: { name: true } } } } as const
const REVISION_LINE = { id: true, number: true, createdAt: true, savedAt: true, createdBy: NAME, contributors: { select: { user: NAME } } } as const

async function namesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await db().user.findMany({ where: { id: { in: [...new Set(userIds)] } }, select: { id: true, ...NAME.select } })
  return new Map(people.map((person) => [person.id, person.staff.name]))
}

/** Two revisions of a story, by their numbers, and what differs between them. null where one is not there, or not for this actor. */
export async function comparedRevisions(actor: Actor, id: string, numbers: { from: number; to: number }): Promise<{ story: NewsroomStory; changes: FieldChange[] } | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const rows = await db().revision.findMany({ where: { storyId: id, number: { in: [numbers.from, numbers.to] } }, select: REVISION_CONTENT })
  const [from, to] = [rows.find(({ number }) => number === numbers.from), rows.find(({ number }) => number === numbers.to)]
  return from === undefined || to === undefined ? null : { story, changes: changesBetween(await namedRevision(from), await namedRevision(to)) }
}

/** A revision to compare, with the headlines of the stories that it points to. */
async function namedRevision(revision: RevisionRow): Promise<ReadableRevision> {
  const known = readable(revision)
  const ids = relatedStoriesOf(known.content.body)
  if (ids.length === 0) return known
  const found = await db().story.findMany({ where: { id: { in: ids } }, select: { id: true, workingRevision: { select: { headline: true } } } })
  return { ...known, stories: Object.fromEntries(found.map((story) => [story.id, story.workingRevision?.headline ?? ''])) }
}

/**
 * What changed up to the newest revision since the one this actor last decided on, or else since what readers see.
 * null: nothing to compare with.
 */
export async function changesForReviewer(actor: Actor, story: NewsroomStory): Promise<{ since: string; changes: FieldChange[] } | null> {
  const last = await db().review.findFirst({
    where: { storyId: story.id, byId: actor.userId },
    orderBy: { createdAt: 'desc' },
    select: { revisionId: true },
  })
  const baseId = last?.revisionId ?? story.liveRevisionId
  if (baseId === null || baseId === story.revisionId) return null
  const [base, newest] = await Promise.all([
    db().revision.findUnique({ where: { id: baseId }, select: REVISION_CONTENT }),
    db().revision.findUnique({ where: { id: story.revisionId }, select: REVISION_CONTENT }),
  ])
  if (base === null || newest === null) return null
  return { since: last === null ? 'since the version that readers see' : 'since your last decision', changes: changesBetween(readable(base), readable(newest)) }
}
