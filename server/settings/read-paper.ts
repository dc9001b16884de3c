import 'server-only'
import { readLook } from '#domain/look/look.ts'
import type { PaperView } from '#domain/story-view.ts'
import { sectionsInOrder } from '#domain/sections.ts'
import { db } from '../db.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import { isOpen } from '../newsletter/readers.ts'
import { livePages } from '../stories/live-pages.ts'

/** What stands in the masthead before anybody has set the paper up. */
export const NO_PAPER: PaperView = { name: 'Fourth Period', motto: '', timeZone: 'America/Los_Angeles', language: 'en', sections: [], pages: [] }

/** The paper as its furniture needs it, read now. Apart from its cached read: workers of mails and jobs run outside of Next. */
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

/** The paper as it is in this epoch, for an answer that Next does not keep. */
export const paperInThisEpoch = (): Promise<PaperView> => inThisEpoch('paper', readPaper)
