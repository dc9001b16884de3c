import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, type StoryAction } from '#domain/policy.ts'
import { STORY_STATES, type StoryState } from '#domain/workflow.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { isAuthor, reviewPolicy, storyCase, STORY_STANDING } from './lock.ts'
import { presentIn } from './presence.ts'
import { STANDING_PLANS } from './timing/plans.ts'
import { planWords } from './timing/views.ts'

export type StoryLine = {
  id: string
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
  /** The names of others who have it open now. */
  present: string[]
}
/** A line of "Waiting for you": a story and the one thing that this person can do for it. */
export type WaitingLine = StoryLine & { todo: string }

const LINE = {
  ...STORY_STANDING,
  withdrawalAskedAt: true,
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

type LineRow = Prisma.StoryGetPayload<{ select: typeof LINE }>

type Told = { present: ReadonlyMap<string, string[]>; timeZone: string; now: Date }

function toLine(actor: Actor, story: LineRow, { present, timeZone, now }: Told): StoryLine {
  const revision = story.workingRevision
  return {
    id: story.id,
    headline: revision?.headline ?? '',
    section: revision?.section?.name ?? null,
    bylines: revision?.bylines.map(({ name, staff }) => staff?.name ?? name ?? '') ?? [],
    state: story.state,
    live: story.liveRevisionId !== null,
    since: story.stateSince.toISOString(),
    openNotes: story._count.notes,
    mine: isAuthor(actor, story),
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
      filter.state === undefined ? {} : { state: filter.state },
      filter.mine ? { OR: [{ createdById: actor.userId }, { workingRevision: { bylines: { some: { staffId: actor.staffId } } } }] } : {},
      filter.query === undefined ? {} : { workingRevision: { headline: { contains: filter.query, mode: 'insensitive' } } },
      since === undefined || id === undefined ? {} : { OR: [{ stateSince: { lt: new Date(since) } }, { stateSince: new Date(since), id: { lt: id } }] },
    ],
  }
  const [rows, groups] = await Promise.all([
    db().story.findMany({ where, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }], take: PAGE + 1, select: LINE }),
    db().story.groupBy({ by: ['state'], _count: { _all: true } }),
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

async function toldOf(actor: Actor, rows: readonly { id: string }[]): Promise<Told> {
  const now = timeNow()
  // Who has a story open is a matter of the real time.
  const [present, { timeZone }] = await Promise.all([presentIn(actor, rows.map(({ id }) => id), new Date()), paperDay(now)])
  return { present, timeZone, now }
}

/** What comes first for whoever may do more than one thing. */
const TODO: readonly [StoryAction, string][] = [
  ['approve', 'Review and approve'],
  ['publish', 'Approved: publish it'],
  ['sendOn', 'Edit and send on'],
]

/**
 * What waits for this person: plans that failed, asks to withdraw, then what they can approve, publish, and send on, then their own
 * drafts, those sent back with notes before the others; of each kind, what waits longest first.
 */
export async function waitingFor(actor: Actor): Promise<WaitingLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const policy = await reviewPolicy(db())
  const rows = await db().story.findMany({
    where: { OR: [{ state: { in: ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED'] } }, { schedules: { some: { ...STANDING_PLANS.where, failedAt: { not: null } } } }, { withdrawalAskedAt: { not: null }, liveRevisionId: { not: null } }] },
    orderBy: [{ stateSince: 'asc' }, { id: 'asc' }],
    take: 500,
    select: LINE,
  })
  const told = await toldOf(actor, rows)
  const ranked = rows.flatMap((story) => {
    const on = storyCase(actor, story, policy)
    const may = (action: StoryAction) => decideOnStory(actor.role, action, on).allowed
    const line = toLine(actor, story, told)
    const failed = story.schedules.find(({ failedAt, kind }) => failedAt !== null && may(kind === 'PUBLISH' ? 'publish' : 'withdraw'))
    if (failed !== undefined) return [{ rank: -1, line: { ...line, plans: [], planFailed: true, todo: planWords([failed], told.timeZone, told.now)[0]?.words ?? '' } }]
    if (story.withdrawalAskedAt !== null && may('withdraw')) return [{ rank: 0, line: { ...line, todo: 'An editor asks you to withdraw it' } }]
    const action = TODO.findIndex(([one]) => may(one))
    const todo = TODO[action]
    // It waits for its minute, not for anybody.
    if (todo?.[0] === 'publish' && story.schedules.some(({ kind }) => kind === 'PUBLISH')) return []
    if (todo !== undefined) return [{ rank: 1 + action, line: { ...line, todo: todo[1] } }]
    if (line.mine && may('submit')) return [{ rank: line.openNotes > 0 ? 10 : 11, line: { ...line, todo: line.openNotes > 0 ? 'Sent back with notes' : 'Your draft' } }]
    return []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line)
}
