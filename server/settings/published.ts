import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import { readLook } from '#domain/look/look.ts'
import type { howWeEdit } from '#domain/review-policy.ts'
import type { PaperView } from '#domain/story-view.ts'
import { sectionsInOrder } from '#domain/sections.ts'
import { db } from '../db.ts'
import { isOpen } from '../newsletter/readers.ts'
import { tags } from '../stories/cache.ts'
import { livePages } from '../stories/live-pages.ts'

/** What stands in the masthead before anybody has set the paper up. */
const NO_PAPER: PaperView = { name: 'Fourth Period', motto: '', timeZone: 'America/Los_Angeles', language: 'en', sections: [], pages: [] }

/** Whether this is `next build`, which has no database: everything public is an empty paper then, and is made anew by the first reader. */
export function isBuilding(): boolean {
  return process.env.FOURTH_PERIOD_BUILD === '1'
}

/** The paper's name, motto, time zone, sections in order and pages, for readers. */
export async function publishedPaper(): Promise<PaperView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper())
  return isBuilding() ? NO_PAPER : readPaper()
}

/** The same, read now. */
export async function readPaper(): Promise<PaperView> {
  const [paper, sections, live, newsletter, issues] = await Promise.all([
    db().paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true, language: true, look: true } }),
    db().section.findMany({ where: { closedAt: null }, select: { id: true, slug: true, name: true, color: true, position: true, parentId: true, parent: { select: { slug: true } } } }),
    livePages(),
    isOpen(db()),
    db().printIssue.count({ where: { publishedAt: { not: null }, withdrawnAt: null }, take: 1 }),
  ])
  const open = sectionsInOrder(sections).map(({ slug, name, color, parent }) => ({ slug, name, color, parent: parent?.slug ?? null }))
  const rest = { sections: open, pages: live.map(({ path, title }) => ({ path, title })), newsletter, ...(issues > 0 ? { printed: true as const } : {}) }
  return paper === null ? { ...NO_PAPER, ...rest } : { ...paper, look: readLook(paper.look), ...rest }
}

type HowWeEdit = Parameters<typeof howWeEdit>[0]
const STRICTEST: HowWeEdit = { policy: 'ADVISER_APPROVES', holdHours: 14, consultHours: 7, escalation: 'ADVISERS' }

/** How the paper reviews, for the page that tells its readers. */
export async function publishedReviewPolicy(): Promise<HowWeEdit> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper())
  if (isBuilding()) return STRICTEST
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { reviewPolicy: true, holdHours: true, consultHours: true, escalation: true } })
  if (paper === null) return STRICTEST
  const { reviewPolicy: policy, ...rest } = paper
  return { policy, ...rest }
}
