import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { howWeEdit } from '#domain/review-policy.ts'
import type { PaperView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { NO_PAPER, paperInThisEpoch } from './read-paper.ts'

/** Whether this is `next build`, which has no database: everything public is an empty paper then, and is made anew by the first reader. */
export function isBuilding(): boolean {
  return process.env.FOURTH_PERIOD_BUILD === '1'
}

/** The paper's name, motto, time zone, sections in order and pages, for readers. */
export async function publishedPaper(): Promise<PaperView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper())
  return isBuilding() ? NO_PAPER : paperInThisEpoch()
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
