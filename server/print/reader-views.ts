import 'server-only'
import { z } from 'zod'
import type { InPrintView, IssueAnswer, IssueCardView, PageLineView, PagePicture } from '#domain/print/views.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { readCardsOf, type Shown } from '../stories/reader-views.ts'
import { pageLineSchema } from './reading/frames.ts'

/** From published issues to what readers see. Uncached: published.ts is the door. */

const LIVE = { publishedAt: { not: null }, withdrawnAt: null } as const satisfies Prisma.PrintIssueWhereInput
const PICTURES = { pictures: { orderBy: { width: 'asc' }, select: { key: true, width: true, height: true } } } as const satisfies Prisma.PrintPageSelect
const NEWEST = [{ date: 'desc' }, { id: 'desc' }] as const satisfies Prisma.PrintIssueOrderByWithRelationInput[]
/** A paper prints some ten issues a year. */
const SHOWN_ISSUES = 500
const NOTHING: Shown = { storyIds: [], staffIds: [] }

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** The lines of a page as they were stored; none where they cannot be read. */
export function storedLines(lines: unknown): PageLineView[] {
  const parsed = z.array(pageLineSchema).safeParse(lines)
  return parsed.success ? parsed.data : []
}

/** The issues that are live, newest first. */
export async function readIssues(): Promise<IssueCardView[]> {
  const rows = await db().printIssue.findMany({
    where: LIVE,
    orderBy: [...NEWEST],
    take: SHOWN_ISSUES,
    select: { slug: true, title: true, volume: true, number: true, date: true, pages: { where: { number: 1 }, select: PICTURES }, _count: { select: { pages: true } } },
  })
  return rows.flatMap(({ slug, date, pages, _count, ...name }) => (slug === null ? [] : [{ ...name, slug, date: dayOf(date), cover: pages[0]?.pictures ?? [], pages: _count.pages }]))
}

type PageRow = { number: number; pictures: PagePicture[] }

/** An issue that is live or was withdrawn, with the live stories that stand on its pages. */
export async function readIssue(slug: string): Promise<{ answer: IssueAnswer<object>; shown: Shown }> {
  const row = await db().printIssue.findFirst({
    where: { slug, publishedAt: { not: null } },
    select: {
      title: true, volume: true, number: true, date: true, pdfKey: true, pdfBytes: true, withdrawnAt: true,
      pages: { orderBy: { number: 'asc' }, select: { number: true, ...PICTURES } }, stories: { orderBy: [{ page: 'asc' }, { storyId: 'asc' }], select: { page: true, storyId: true } },
    },
  })
  if (row === null || row.pdfKey === null) return { answer: { kind: 'none' }, shown: NOTHING }
  if (row.withdrawnAt !== null) return { answer: { kind: 'withdrawn', at: row.withdrawnAt.toISOString() }, shown: NOTHING }
  const { cards, shown } = await readCardsOf([...new Set(row.stories.map(({ storyId }) => storyId))])
  const on = (page: PageRow) => row.stories.filter((one) => one.page === page.number).flatMap(({ storyId }) => cards.get(storyId) ?? []).map(({ path, headline }) => ({ path, headline }))
  const { title, volume, number, date, pdfKey, pdfBytes } = row
  return { answer: { kind: 'issue', issue: { slug, title, volume, number, date: dayOf(date), pdf: { key: pdfKey.slice('issue/'.length), bytes: pdfBytes }, pages: row.pages.map((page) => ({ ...page, stories: on(page) })) } }, shown: { storyIds: row.stories.map(({ storyId }) => storyId), staffIds: shown.staffIds } }
}

/** The text of one page of a live issue. */
export async function readPage(slug: string, number: number): Promise<{ text: string; typedText: string; lines: PageLineView[] } | null> {
  const page = await db().printPage.findFirst({ where: { number, issue: { is: { slug, ...LIVE } } }, select: { text: true, typedText: true, lines: true } })
  return page === null ? null : { ...page, lines: storedLines(page.lines) }
}

/** Where the story with this address stood in print. */
export async function readInPrint(sectionSlug: string, slug: string): Promise<InPrintView[]> {
  const rows = await db().printStory.findMany({
    where: { issue: { is: LIVE }, story: { is: { liveRevisionId: { not: null }, addresses: { some: { sectionSlug, slug } } } } },
    orderBy: [{ issue: { date: 'desc' } }, { page: 'asc' }],
    select: { page: true, issue: { select: { slug: true, title: true, volume: true, number: true } } },
  })
  return rows.flatMap(({ page, issue: { slug: of, ...name } }) => (of === null ? [] : [{ ...name, slug: of, page }]))
}

/** Whether this key is a file of an issue that readers see. */
export async function fileIfLive(key: string): Promise<{ kind: 'picture' } | { kind: 'pdf'; paper: string; slug: string } | null> {
  if (key.endsWith('.webp')) return (await db().printPicture.count({ where: { key, page: { is: { issue: { is: LIVE } } } } })) > 0 ? { kind: 'picture' } : null
  const issue = await db().printIssue.findFirst({ where: { pdfKey: `issue/${key}`, ...LIVE }, select: { slug: true } })
  if (issue === null || issue.slug === null) return null
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true } })
  return { kind: 'pdf', paper: paper?.name ?? '', slug: issue.slug }
}
