import 'server-only'
import { kindOf } from '#domain/notifications/kinds.ts'
import type { Told } from '#domain/notifications/words.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import type { Tx } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'

/** What a notification row says, without words. */
export type Row = { kind: string; storyId: string | null; subjectId: string | null; byId: string | null; count: number }
export const ROW = { kind: true, storyId: true, subjectId: true, byId: true, count: true } as const

type Client = Pick<Tx, 'story' | 'pitch' | 'user' | 'paper'>

/** Whether it is still this person's business. */
export function isTheirs(actor: Actor, kind: string): boolean {
  return decide(actor.role, kindOf(kind).needs ?? 'enterNewsroom').allowed
}

const STORY = { ...STORY_STANDING, workingRevision: { select: { ...STORY_STANDING.workingRevision.select, headline: true } } } as const
const UUID = /^[0-9a-f-]{36}$/
const ofPitch = ({ kind, subjectId, storyId }: Row) => storyId === null && subjectId !== null && kind.startsWith('pitch.') && UUID.test(subjectId)

/**
 * Looks up what rows name, once for all of them, and answers who may be told what of each: the headline as it is now, for whoever may read the
 * story now.
 */
export async function tellerFor(client: Client, rows: readonly Row[], now: Date): Promise<(actor: Actor, row: Row) => Told> {
  const storyIds = [...new Set(rows.flatMap(({ storyId }) => storyId ?? []))]
  const byIds = [...new Set(rows.flatMap(({ byId }) => byId ?? []))]
  const pitchIds = [...new Set(rows.filter(ofPitch).map(({ subjectId }) => subjectId ?? ''))]
  const stories = storyIds.length === 0 ? [] : await client.story.findMany({ where: { id: { in: storyIds } }, select: STORY })
  const pitches = pitchIds.length === 0 ? [] : await client.pitch.findMany({ where: { id: { in: pitchIds } }, select: { id: true, title: true } })
  const users = byIds.length === 0 ? [] : await client.user.findMany({ where: { id: { in: byIds } }, select: { id: true, staff: { select: { name: true } } } })
  const [rules, { today }] = [await reviewRules(client), await paperDay(now, client)]
  const [storyOf, titleOf, nameOf] = [new Map(stories.map((story) => [story.id, story])), new Map(pitches.map(({ id, title }) => [id, title])), new Map(users.map(({ id, staff }) => [id, staff.name]))]

  const title = (actor: Actor, row: Row): string | null => {
    if (!isTheirs(actor, row.kind)) return null
    if (row.storyId === null) return titleOf.get(row.subjectId ?? '') ?? null
    const story = storyOf.get(row.storyId)
    return story !== undefined && decideOnStory(actor.role, 'readStory', storyCase(actor, story, rules)).allowed ? (story.workingRevision?.headline ?? '') : null
  }
  return (actor, row) => ({ kind: row.kind, count: row.count, who: row.byId === null ? null : (nameOf.get(row.byId) ?? 'Somebody'), title: title(actor, row), subjectId: row.subjectId, today })
}
