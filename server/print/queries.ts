import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { hasText, issueChecks, type IssueCheck } from '#domain/print/checks.ts'
import type { IssueName } from '#domain/print/issue.ts'
import type { PagePicture } from '#domain/print/views.ts'
import { db } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { policyNow } from './lock.ts'

/** Where an issue stands. */
export type IssueStanding = 'reading' | 'unreadable' | 'ready' | 'live' | 'withdrawn'
export type IssueLine = IssueName & { id: string; date: string; standing: IssueStanding; pages: number; uploadedBy: string; uploadedAt: string }
export type DeskPage = { number: number; pictures: PagePicture[]; text: string; typedText: string; mute: boolean; stories: { id: string; headline: string; live: boolean }[] }
export type IssueDesk = IssueLine & {
  slug: string | null
  version: number
  fileName: string
  failure: string | null
  publishedAt: string | null
  withdrawnAt: string | null
  withdrawnReason: string | null
  pdfKey: string | null
  pageList: DeskPage[]
  checks: IssueCheck[]
  /** Whether names of the opt-out list are among the checks. */
  named: boolean
  may: { publish: true | string; withdraw: boolean; allowNamed: boolean }
  /** Live stories that can be put on a page, newest first. */
  choices: { id: string; headline: string; section: string }[]
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const LINES = 200
const CHOICES = 80

type Standing = { preparedAt: Date | null; failure: string | null; publishedAt: Date | null; withdrawnAt: Date | null }
function standingOf({ preparedAt, failure, publishedAt, withdrawnAt }: Standing): IssueStanding {
  if (withdrawnAt !== null) return 'withdrawn'
  if (publishedAt !== null) return 'live'
  if (preparedAt !== null) return 'ready'
  return failure === null ? 'reading' : 'unreadable'
}

const LINE = {
  id: true, title: true, volume: true, number: true, date: true, preparedAt: true, failure: true, publishedAt: true, withdrawnAt: true, uploadedAt: true, uploadedById: true,
  uploadedBy: { select: { staff: { select: { name: true } } } }, _count: { select: { pages: true } },
} as const

/** Every issue, newest first; null for whoever may not prepare one. */
export async function issueList(actor: Actor): Promise<IssueLine[] | null> {
  if (!decide(actor.role, 'prepareIssue').allowed) return null
  const rows = await db().printIssue.findMany({ orderBy: [{ date: 'desc' }, { id: 'desc' }], take: LINES, select: LINE })
  return rows.map(({ id, title, volume, number, date, uploadedBy, uploadedAt, _count, ...row }) => ({ id, title, volume, number, date: date.toISOString().slice(0, 10), standing: standingOf(row), pages: _count.pages, uploadedBy: uploadedBy.staff.name, uploadedAt: uploadedAt.toISOString() }))
}

const DESK = {
  ...LINE, slug: true, version: true, fileName: true, withdrawnReason: true, pdfKey: true,
  pages: { orderBy: { number: 'asc' }, select: { number: true, text: true, typedText: true, pictures: { orderBy: { width: 'asc' }, select: { key: true, width: true, height: true } } } },
  stories: { orderBy: { page: 'asc' }, select: { page: true, story: { select: { id: true, liveRevisionId: true, liveRevision: { select: { headline: true } }, workingRevision: { select: { headline: true } } } } } },
} as const

/** One issue with all that its page in the newsroom shows; null where there is none, or it is not for this person. */
export async function issueDesk(actor: Actor, issueId: string): Promise<IssueDesk | null> {
  if (!decide(actor.role, 'prepareIssue').allowed || !UUID.test(issueId)) return null
  const row = await db().printIssue.findUnique({ where: { id: issueId }, select: DESK })
  if (row === null) return null
  const [policy, list, choices] = await Promise.all([policyNow(db()), optOutEntries(db()), storyChoices()])
  const mute = issueChecks(row.pages, row.title, [])
  const checks = issueChecks(row.pages, row.title, list)
  const publish = decide(actor.role, 'publishIssue', { policy, isSelf: row.uploadedById === actor.userId })
  const storiesOn = (page: number) => row.stories.filter((one) => one.page === page).map(({ story }) => ({ id: story.id, headline: (story.liveRevision ?? story.workingRevision)?.headline ?? '', live: story.liveRevisionId !== null }))
  return {
    id: row.id, title: row.title, volume: row.volume, number: row.number, date: row.date.toISOString().slice(0, 10), standing: standingOf(row), pages: row._count.pages, uploadedBy: row.uploadedBy.staff.name, uploadedAt: row.uploadedAt.toISOString(),
    slug: row.slug, version: row.version, fileName: row.fileName, failure: row.failure, publishedAt: row.publishedAt?.toISOString() ?? null, withdrawnAt: row.withdrawnAt?.toISOString() ?? null, withdrawnReason: row.withdrawnReason,
    pdfKey: row.pdfKey === null ? null : row.pdfKey.slice('issue/'.length),
    pageList: row.pages.map((page) => ({ ...page, mute: !hasText(page), stories: storiesOn(page.number) })),
    checks, named: checks.length > mute.length,
    may: { publish: publish.allowed ? true : publish.reason, withdraw: decide(actor.role, 'withdrawIssue').allowed, allowNamed: decide(actor.role, 'allowNamedInIssue').allowed },
    choices,
  }
}

async function storyChoices(): Promise<IssueDesk['choices']> {
  const rows = await db().story.findMany({ where: { kind: 'STORY', liveRevisionId: { not: null } }, orderBy: [{ firstPublishedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }], take: CHOICES, select: { id: true, liveRevision: { select: { headline: true, section: { select: { name: true } } } } } })
  return rows.map(({ id, liveRevision }) => ({ id, headline: liveRevision?.headline ?? '', section: liveRevision?.section?.name ?? '' }))
}

/** A file of an issue for whoever prepares issues, published or not: by the key in its address. */
export async function deskFile(actor: Actor, key: string): Promise<{ kind: 'picture' } | { kind: 'pdf'; name: string } | null> {
  if (!decide(actor.role, 'prepareIssue').allowed || !/^[0-9a-f]{64}\.(webp|pdf)$/.test(key)) return null
  if (key.endsWith('.webp')) return (await db().printPicture.count({ where: { key } })) > 0 ? { kind: 'picture' } : null
  const issue = await db().printIssue.findFirst({ where: { pdfKey: `issue/${key}` }, select: { fileName: true } })
  return issue === null ? null : { kind: 'pdf', name: issue.fileName }
}
