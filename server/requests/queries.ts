import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import type { StoryView } from '#domain/story-view.ts'
import { OUTCOME_WORDS, type Ground, type Outcome } from '#domain/takedown-policy.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'
import { mailConfigured } from '../mail/mode.ts'
import { pathOf } from '../stories/live.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'
import { PAGE, revisionView, standingOf } from '../stories/reader-views.ts'

/** A request in the queue; instants are ISO 8601. `headline`: of the version that it is about. */
export type RequestLine = { id: string; reference: string; ground: Ground; headline: string; at: string; votes: number; decided: { outcome: Outcome; at: string } | null }
export type VoteView = { by: string; own: boolean; outcome: Outcome; remark: string; at: string }

/** One request with all that is needed to decide on it. */
export type RequestPage = {
  id: string
  reference: string
  ground: Ground
  problem: string
  wish: string
  /** '' and null: not given, or erased. */
  name: string
  email: string | null
  at: string
  erased: boolean
  votes: VoteView[]
  decision: { by: string; at: string; outcome: Outcome; reason: string; reply: string } | null
  story: { id: string; headline: string; liveRevisionId: string | null; path: string | null; view: StoryView | null; hidden: boolean; signers: { staffId: string; name: string }[] }
  /** Whether this actor may vote, and what they may decide: true, or why not. */
  may: { vote: true | string; decide: Record<Outcome, true | string>; showToSearch: boolean }
  mail: boolean
}

const NAME = { select: { staff: { select: { name: true } } } } as const
const LINE = {
  id: true, reference: true, ground: true, createdAt: true, decidedAt: true, outcome: true,
  revision: { select: { headline: true } },
  story: { select: { workingRevision: { select: { headline: true } } } },
  _count: { select: { votes: true } },
} as const satisfies Prisma.ReaderRequestSelect
const A_PAGE = 50

const lineOf = ({ revision, story, createdAt, decidedAt, outcome, _count, ...row }: Prisma.ReaderRequestGetPayload<{ select: typeof LINE }>): RequestLine => ({
  ...row,
  headline: revision?.headline ?? story.workingRevision?.headline ?? '',
  at: createdAt.toISOString(),
  votes: _count.votes,
  decided: decidedAt === null || outcome === null ? null : { outcome, at: decidedAt.toISOString() },
})

/** The queue: open requests, oldest first, and a page of the decided ones, newest first, behind the request `before`. null for whoever has no part in it. */
export async function requestQueue(actor: Actor, before: string | null): Promise<{ open: RequestLine[]; decided: RequestLine[]; next: string | null } | null> {
  if (!decide(actor.role, 'handleRequests').allowed) return null
  const behind = before === null || !UUID.test(before) ? null : await db().readerRequest.findUnique({ where: { id: before }, select: { id: true, decidedAt: true } })
  const [open, decided] = await Promise.all([
    behind !== null ? [] : db().readerRequest.findMany({ where: { decidedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200, select: LINE }),
    db().readerRequest.findMany({
      where: behind?.decidedAt == null ? { decidedAt: { not: null } } : { OR: [{ decidedAt: { lt: behind.decidedAt } }, { decidedAt: behind.decidedAt, id: { lt: behind.id } }] },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: A_PAGE + 1,
      select: LINE,
    }),
  ])
  const page = decided.slice(0, A_PAGE)
  return { open: open.map(lineOf), decided: page.map(lineOf), next: decided.length > A_PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** How many requests are open, for whoever has a part in them. */
export async function openRequests(actor: Actor): Promise<number> {
  return decide(actor.role, 'handleRequests').allowed ? db().readerRequest.count({ where: { decidedAt: null } }) : 0
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const REQUEST = {
  id: true, reference: true, ground: true, problem: true, wish: true, name: true, email: true, createdAt: true, erasedAt: true,
  decidedAt: true, decidedBy: NAME, outcome: true, reason: true, reply: true,
  votes: { orderBy: { at: 'asc' }, select: { userId: true, outcome: true, remark: true, at: true, user: NAME } },
  story: { select: { ...PAGE, ...STORY_STANDING, liveRevision: PAGE.liveRevision, workingRevision: { select: { ...STORY_STANDING.workingRevision.select, headline: true } } } },
} as const satisfies Prisma.ReaderRequestSelect
type RequestRow = Prisma.ReaderRequestGetPayload<{ select: typeof REQUEST }>

/** One request; null where there is none for this actor. */
export async function requestPage(actor: Actor, id: string): Promise<RequestPage | null> {
  if (!decide(actor.role, 'handleRequests').allowed || !UUID.test(id)) return null
  const row = await db().readerRequest.findUnique({ where: { id }, select: REQUEST })
  if (row === null) return null
  const { reference, ground, problem, wish, name, email, decidedAt, outcome } = row
  return {
    id, reference, ground, problem, wish, name, email,
    at: row.createdAt.toISOString(),
    erased: row.erasedAt !== null,
    votes: row.votes.map(({ userId, user, at, ...vote }) => ({ ...vote, by: user.staff.name, own: userId === actor.userId, at: at.toISOString() })),
    decision: decidedAt === null || outcome === null ? null : { by: row.decidedBy?.staff.name ?? '', at: decidedAt.toISOString(), outcome, reason: row.reason, reply: row.reply },
    story: await storyOf(row),
    may: await powers(actor, row),
    mail: mailConfigured(),
  }
}

async function storyOf({ story }: RequestRow): Promise<RequestPage['story']> {
  const live = story.liveRevision
  const address = story.addresses[0]
  return {
    id: story.id,
    headline: live?.headline ?? story.workingRevision?.headline ?? '',
    liveRevisionId: story.liveRevisionId,
    path: address === undefined ? null : pathOf(address),
    view: live === null ? null : (await revisionView(live, standingOf(story))).view,
    hidden: story.hiddenFromSearchAt !== null,
    signers: live?.bylines.flatMap(({ staffId, staff }) => (staffId === null || staff === null ? [] : [{ staffId, name: staff.name }])) ?? [],
  }
}

async function powers(actor: Actor, { story }: RequestRow): Promise<RequestPage['may']> {
  const on = storyCase(actor, story, await reviewRules(db()))
  const words = (action: Parameters<typeof decideOnStory>[1]) => {
    const verdict = decideOnStory(actor.role, action, on)
    return verdict.allowed ? true : verdict.reason
  }
  const deciding = words('decideRequest')
  const of = (outcome: Outcome) => (deciding === true ? words(OUTCOME_WORDS[outcome].needs) : deciding)
  return { vote: words('voteOnRequest'), decide: { KEEP: of('KEEP'), CORRECT: of('CORRECT'), UPDATE: of('UPDATE'), NAME: of('NAME'), HIDE: of('HIDE'), WITHDRAW: of('WITHDRAW') }, showToSearch: story.hiddenFromSearchAt !== null && words('hideFromSearch') === true }
}
