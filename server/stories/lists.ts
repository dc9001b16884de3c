import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, type StoryAction } from '#domain/policy.ts'
import { STORY_STATES, type StoryState } from '#domain/workflow.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'
import { isAuthor, reviewRules, storyCase, STORY_STANDING } from './lock.ts'
import { presentIn } from './presence.ts'

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
  /** Who answers for it since it was handed over. */
  owner: string | null
  /** The names of others who have it open now. */
  present: string[]
}
/** A line of "Waiting for you": a story and the one thing that this person can do for it. */
export type WaitingLine = StoryLine & { todo: string }

const LINE = {
  ...STORY_STANDING,
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
  _count: { select: { notes: { where: { resolvedAt: null, parentId: null } } } },
} as const satisfies Prisma.StorySelect

type LineRow = Prisma.StoryGetPayload<{ select: typeof LINE }>

function toLine(actor: Actor, story: LineRow, present: ReadonlyMap<string, string[]>): StoryLine {
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
    mine: isAuthor(actor, story) || story.ownerId === actor.userId,
    owner: story.owner?.staff.name ?? null,
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
      filter.mine ? { OR: [{ createdById: actor.userId }, { ownerId: actor.userId }, { workingRevision: { bylines: { some: { staffId: actor.staffId } } } }] } : {},
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
  const present = await presentIn(actor, page.map(({ id }) => id), new Date())
  return {
    lines: page.map((story) => toLine(actor, story, present)),
    next: rows.length > PAGE && last ? `${last.stateSince.toISOString()}_${last.id}` : null,
    counts,
  }
}

/** What comes first for whoever may do more than one thing. */
const TODO: readonly [StoryAction, string][] = [
  ['approve', 'Review and approve'],
  ['publish', 'Approved: publish it'],
  ['sendOn', 'Edit and send on'],
]

/**
 * What waits for this person: asks to withdraw, then what they can approve, publish, and send on, then their own
 * drafts, those sent back with notes before the others; of each kind, what waits longest first.
 */
export async function waitingFor(actor: Actor): Promise<WaitingLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const policy = await reviewRules(db())
  const rows = await db().story.findMany({
    where: { OR: [{ state: { in: ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED'] } }, { withdrawalAskedAt: { not: null }, liveRevisionId: { not: null } }] },
    orderBy: [{ stateSince: 'asc' }, { id: 'asc' }],
    take: 500,
    select: LINE,
  })
  const present = await presentIn(actor, rows.map(({ id }) => id), new Date())
  const ranked = rows.flatMap((story) => {
    const on = storyCase(actor, story, policy)
    const may = (action: StoryAction) => decideOnStory(actor.role, action, on).allowed
    const line = toLine(actor, story, present)
    if (story.withdrawalAskedAt !== null && may('withdraw')) return [{ rank: 0, line: { ...line, todo: 'An editor asks you to withdraw it' } }]
    const action = TODO.findIndex(([one]) => may(one))
    const todo = TODO[action]
    if (todo !== undefined) return [{ rank: 1 + action, line: { ...line, todo: todo[1] } }]
    if (line.mine && may('submit')) return [{ rank: line.openNotes > 0 ? 10 : 11, line: { ...line, todo: line.openNotes > 0 ? 'Sent back with notes' : 'Your draft' } }]
    return []
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ line }) => line)
}
