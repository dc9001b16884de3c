import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { StoryKind } from '#domain/story.ts'
import { STORY_STATES, type StoryState } from '#domain/workflow.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { isAuthor, STORY_STANDING } from './lock.ts'
import { presentIn } from './presence.ts'
import { STANDING_PLANS } from './timing/plans.ts'
import { planWords } from './timing/views.ts'

export type StoryLine = {
  id: string
  kind: StoryKind
  headline: string
  section: string | null
  bylines: string[]
  state: StoryState
  live: boolean
  since: string
  openNotes: number
  mine: boolean
  /** What is planned for it, and what was and failed. */
  plans: { words: string; failed: boolean }[]
  /** Its `todo` is that a plan failed. */
  planFailed: boolean
  /** Who answers for it since it was handed over. */
  owner: string | null
  /** The names of others who have it open now. */
  present: string[]
}
/** More lines of a list than these nobody reads at once; the others say only how their story stands. */
export const DETAILED = 50

/** What a line is made of. */
export const LINE = {
  ...STORY_STANDING,
  plannedFor: true,
  withdrawalAskedAt: true,
  owner: { select: { staff: { select: { name: true } } } },
  workingRevision: {
    select: {
      ...STORY_STANDING.workingRevision.select,
      headline: true,
      section: { select: { name: true } },
      bylines: { orderBy: { position: 'asc' }, select: { staffId: true, name: true, staff: { select: { name: true } } } },
    },
  },
  schedules: { where: STANDING_PLANS.where, orderBy: { kind: 'asc' }, select: { kind: true, at: true, failedAt: true, failure: true } },
  _count: { select: { notes: { where: { resolvedAt: null, parentId: null } } } },
} as const satisfies Prisma.StorySelect

export type LineRow = Prisma.StoryGetPayload<{ select: typeof LINE }>

/** What lines tell besides their stories: who has which story open, and the paper's clocks. */
export type Told = { present: ReadonlyMap<string, string[]>; timeZone: string; now: Date }

/** One story as a line of a list. */
export function toLine(actor: Actor, story: LineRow, { present, timeZone, now }: Told): StoryLine {
  const revision = story.workingRevision
  return {
    id: story.id,
    kind: story.kind,
    headline: revision?.headline ?? '',
    section: revision?.section?.name ?? null,
    bylines: revision?.bylines.map(({ name, staff }) => staff?.name ?? name ?? '') ?? [],
    state: story.state,
    live: story.liveRevisionId !== null,
    since: story.stateSince.toISOString(),
    openNotes: story._count.notes,
    mine: isAuthor(actor, story) || story.ownerId === actor.userId,
    owner: story.owner?.staff.name ?? null,
    plans: planWords(story.schedules, timeZone, now),
    planFailed: false,
    present: present.get(story.id) ?? [],
  }
}

export type StoryFilter = { state?: StoryState; mine?: boolean; query?: string; after?: string }
const PAGE = 50

/** Stories by last change of state, newest first, a page at a time; `next` continues behind the last line. */
export async function storyList(actor: Actor, filter: StoryFilter): Promise<{ lines: StoryLine[]; next: string | null; counts: Record<StoryState, number> }> {
  const counts = Object.fromEntries(STORY_STATES.map((state) => [state, 0])) as Record<StoryState, number>
  if (!decide(actor.role, 'enterNewsroom').allowed) return { lines: [], next: null, counts }
  const [since, id] = filter.after?.split('_') ?? []
  const where: Prisma.StoryWhereInput = {
    AND: [
      { kind: 'STORY' },
      filter.state === undefined ? {} : { state: filter.state },
      filter.mine ? { OR: [{ createdById: actor.userId }, { ownerId: actor.userId }, { assignments: { some: { userId: actor.userId, endedAt: null } } }, { workingRevision: { bylines: { some: { staffId: actor.staffId } } } }] } : {},
      filter.query === undefined ? {} : { workingRevision: { headline: { contains: filter.query, mode: 'insensitive' } } },
      since === undefined || id === undefined ? {} : { OR: [{ stateSince: { lt: new Date(since) } }, { stateSince: new Date(since), id: { lt: id } }] },
    ],
  }
  const [rows, groups] = await Promise.all([
    db().story.findMany({ where, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }], take: PAGE + 1, select: LINE }),
    db().story.groupBy({ by: ['state'], where: { kind: 'STORY' }, _count: { _all: true } }),
  ])
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  for (const group of groups) counts[group.state] = group._count._all
  const told = await toldOf(actor, page)
  return {
    lines: page.map((story) => toLine(actor, story, told)),
    next: rows.length > PAGE && last ? `${last.stateSince.toISOString()}_${last.id}` : null,
    counts,
  }
}

/** What the lines of these stories tell besides. */
export async function toldOf(actor: Actor, rows: readonly { id: string }[]): Promise<Told> {
  const now = timeNow()
  // Who has a story open is a matter of the real time.
  const [present, { timeZone }] = await Promise.all([presentIn(actor, rows.map(({ id }) => id), new Date()), paperDay(now)])
  return { present, timeZone, now }
}
