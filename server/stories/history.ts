import 'server-only'
import { changesBetween, type FieldChange } from '#domain/document/diff.ts'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { readable, REVISION_CONTENT } from './content.ts'
import { newsroomStory, type NewsroomStory } from './queries.ts'

export type HistoryEvent = { id: string; at: string; who: string; kind: string; revision: number | null; note: string | null }

/** Everything that happened to a story, newest first. null where this actor may not read it. */
export async function storyHistory(actor: Actor, id: string): Promise<{ story: NewsroomStory; events: HistoryEvent[] } | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [events, revisions, reviews] = await Promise.all([
    db().auditEvent.findMany({ where: { storyId: id }, orderBy: { id: 'desc' }, select: { id: true, at: true, actorId: true, kind: true, revisionId: true } }),
    db().revision.findMany({ where: { storyId: id }, select: { id: true, number: true } }),
    db().review.findMany({ where: { storyId: id }, select: { revisionId: true, byId: true, decision: true, notes: true } }),
  ])
  const ids = [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]
  const people = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, staff: { select: { name: true } } } })
  const names = new Map(people.map((person) => [person.id, person.staff.name]))
  const numbers = new Map(revisions.map((revision) => [revision.id, revision.number]))
  const noteOf = ({ kind, revisionId, actorId }: (typeof events)[number]): string | null => {
    if (kind === 'story.withdraw') return story.withdrawn?.reason ?? null
    if (kind !== 'story.sendBack') return null
    return reviews.find((review) => review.decision === 'REQUEST_CHANGES' && review.revisionId === revisionId && review.byId === actorId)?.notes ?? null
  }
  return {
    story,
    events: events.map((event) => ({
      id: String(event.id),
      at: event.at.toISOString(),
      who: event.actorId === null ? 'The paper' : (names.get(event.actorId) ?? 'Somebody'),
      kind: event.kind,
      revision: event.revisionId === null ? null : (numbers.get(event.revisionId) ?? null),
      note: noteOf(event),
    })),
  }
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
