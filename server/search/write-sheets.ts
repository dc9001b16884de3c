import 'server-only'
import { plainText } from '#domain/document/plain-text.ts'
import { storyDocumentSchema } from '#domain/document/schema.ts'
import { pageText } from '#domain/print/checks.ts'
import { paragraphsOf } from '#domain/print/paragraphs.ts'
import { fold } from '#domain/search/fold.ts'
import type { Tx } from '../db.ts'
import { LANGUAGE } from './language.ts'
import { kept, learnWords } from './texts.ts'

/** What can be found besides stories: the pages of the paper, and those of printed issues. */

type Sheet = { storyId: string | null; revisionId: string | null; printPageId: string | null; day: Date; first: string; second: string; body: string }

/** Puts sheets in, in place of those of the same pages. The database refuses what readers do not see. */
async function putSheets(tx: Tx, sheets: readonly Sheet[]): Promise<void> {
  if (sheets.length === 0) return
  const column = <K extends keyof Sheet>(name: K) => sheets.map((sheet) => sheet[name])
  await tx.$executeRaw`DELETE FROM "SearchSheet" WHERE "storyId" = ANY (${column('storyId')}::uuid[]) OR "printPageId" = ANY (${column('printPageId')}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO "SearchSheet" ("id", "storyId", "revisionId", "printPageId", "day", "body", "vector")
    SELECT gen_random_uuid(), s.story, s.revision, s.page, s.day, s.body,
           setweight(to_tsvector(${LANGUAGE}, s.first), 'A') || setweight(to_tsvector(${LANGUAGE}, s.second), 'B') || setweight(to_tsvector(${LANGUAGE}, s.words), 'D')
    FROM unnest(${column('storyId')}::uuid[], ${column('revisionId')}::uuid[], ${column('printPageId')}::uuid[], ${column('day').map((at) => at.toISOString())}::timestamptz[], ${column('body')}::text[],
                ${column('first').map(fold)}::text[], ${column('second').map(fold)}::text[], ${column('body').map(fold)}::text[])
      AS s(story, revision, page, day, body, first, second, words)`
  await learnWords(tx, sheets.map(({ first, second, body }) => `${first} ${second} ${body}`))
}

/** Makes those of these stories that are pages of the paper findable, as they are live in this transaction. */
export async function indexPages(tx: Tx, storyIds: readonly string[]): Promise<void> {
  const rows = await tx.story.findMany({
    where: { id: { in: [...storyIds] }, kind: 'PAGE', liveRevisionId: { not: null } },
    orderBy: { id: 'asc' },
    select: { id: true, firstPublishedAt: true, liveRevision: { select: { id: true, headline: true, deck: true, body: true, placements: { where: { role: { in: ['LEAD', 'BODY'] } }, orderBy: { position: 'asc' }, select: { caption: true } } } } },
  })
  await putSheets(tx, rows.flatMap(({ id, firstPublishedAt, liveRevision }): Sheet[] => {
    if (liveRevision === null || firstPublishedAt === null) return []
    const parsed = storyDocumentSchema.safeParse(liveRevision.body)
    const texts = [parsed.success ? plainText(parsed.data) : '', ...liveRevision.placements.map(({ caption }) => caption)]
    return [{ storyId: id, revisionId: liveRevision.id, printPageId: null, day: firstPublishedAt, first: kept(liveRevision.headline), second: kept(liveRevision.deck), body: kept(texts.filter((text) => text.trim() !== '').join('\n')) }]
  }))
}

/** Makes the pages of a printed issue findable, if readers see it in this transaction. By its title it is found at its front page. */
export async function indexIssue(tx: Tx, issueId: string): Promise<void> {
  const rows = await tx.printPage.findMany({
    where: { issueId, issue: { is: { publishedAt: { not: null }, withdrawnAt: null } } },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, text: true, typedText: true, issue: { select: { title: true, date: true } } },
  })
  await putSheets(tx, rows.map(({ id, number, issue, ...page }): Sheet => ({
    storyId: null, revisionId: null, printPageId: id, day: issue.date, first: number === 1 ? kept(issue.title) : '', second: '', body: kept(paragraphsOf(pageText(page)).join('\n')),
  })))
}
