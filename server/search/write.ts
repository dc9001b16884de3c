import 'server-only'
import { plainText } from '#domain/document/plain-text.ts'
import { storyDocumentSchema } from '#domain/document/schema.ts'
import { fold } from '#domain/search/fold.ts'
import { tokensOfStory } from '#domain/search/tokens.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'
import { shownTags, TAG_SHOWN } from '../topics/shown.ts'
import { LANGUAGE } from './language.ts'
import { kept, learnWords } from './texts.ts'
import { indexPages } from './write-sheets.ts'

const LIVE = {
  id: true,
  firstPublishedAt: true,
  liveRevision: {
    select: {
      id: true, headline: true, deck: true, sectionId: true, body: true,
      bylines: { select: { staffId: true, name: true } },
      tags: { select: { tag: { select: TAG_SHOWN } } },
      placements: { where: { role: { in: ['LEAD', 'BODY'] } }, orderBy: { position: 'asc' }, select: { caption: true } },
    },
  },
} as const satisfies Prisma.StorySelect
type LiveRow = Prisma.StoryGetPayload<{ select: typeof LIVE }>

function documentOf({ id, firstPublishedAt, liveRevision }: LiveRow) {
  if (liveRevision === null || firstPublishedAt === null) return []
  const { headline, deck, sectionId, body, bylines, tags, placements } = liveRevision
  const parsed = storyDocumentSchema.safeParse(body)
  const second = [deck, ...shownTags(tags).map(({ name }) => name), ...bylines.flatMap(({ staffId, name }) => (staffId === null && name !== null ? [name] : []))]
  const text = parsed.success ? kept(plainText(parsed.data)) : ''
  const captions = kept(placements.map(({ caption }) => caption).filter((caption) => caption.trim() !== '').join('\n'))
  const words = tokensOfStory({ authors: bylines.flatMap(({ staffId }) => staffId ?? []), sectionId, hasPictures: placements.length > 0, publishedAt: firstPublishedAt })
  return [{ storyId: id, revisionId: liveRevision.id, publishedAt: firstPublishedAt, text, captions, first: kept(headline), second: kept(second.join('\n')), ...words }]
}

/**
 * Makes these stories and pages findable as they are live in this transaction, in place of what was findable of them. One that is not live is left
 * out. The database refuses a document of any other revision than the live one.
 */
export async function indexLive(tx: Tx, storyIds: readonly string[]): Promise<void> {
  await indexStories(tx, storyIds)
  await indexPages(tx, storyIds)
}

async function indexStories(tx: Tx, storyIds: readonly string[]): Promise<void> {
  const rows = await tx.story.findMany({ where: { id: { in: [...storyIds] }, kind: 'STORY', liveRevisionId: { not: null } }, orderBy: { id: 'asc' }, select: LIVE })
  const documents = rows.flatMap(documentOf)
  if (documents.length === 0) return
  const column = <K extends keyof (typeof documents)[number]>(name: K) => documents.map((document) => document[name])
  await tx.$executeRaw`
    INSERT INTO "SearchDocument" ("storyId", "revisionId", "publishedAt", "body", "captions", "vector")
    SELECT d.story, d.revision, d.published, d.body, d.captions,
           setweight(to_tsvector(${LANGUAGE}, d.first), 'A') || d.authors::tsvector || setweight(to_tsvector(${LANGUAGE}, d.second), 'B')
             || setweight(to_tsvector(${LANGUAGE}, d.under), 'C') || setweight(to_tsvector(${LANGUAGE}, d.words), 'D') || d.filters::tsvector
    FROM unnest(${column('storyId')}::uuid[], ${column('revisionId')}::uuid[], ${column('publishedAt').map((at) => at.toISOString())}::timestamptz[], ${column('text')}::text[], ${column('captions')}::text[],
                ${column('first').map(fold)}::text[], ${column('second').map(fold)}::text[], ${column('captions').map(fold)}::text[], ${column('text').map(fold)}::text[], ${column('authors')}::text[], ${column('filters')}::text[])
      AS d(story, revision, published, body, captions, first, second, under, words, authors, filters)
    ON CONFLICT ("storyId") DO UPDATE SET "revisionId" = excluded."revisionId", "publishedAt" = excluded."publishedAt", "body" = excluded."body", "captions" = excluded."captions", "vector" = excluded."vector"`
  await learnWords(tx, documents.map(({ first, second, captions, text }) => `${first} ${second} ${captions} ${text}`))
}
