import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { imagesOf } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import type { Problem } from '#domain/result.ts'
import { slugify } from '#domain/slug.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'

/** How long the same author's saves extend one working revision (docs/decisions/0007-revisions.md). */
export const EXTEND_FOR_MS = 10 * 60 * 1000

/** The same content with tags tidied: one of each, in order. */
export function tidied(content: StoryContent): StoryContent {
  const seen = new Set<string>()
  const tags = content.tags.filter((name) => {
    const slug = slugify(name)
    return slug !== '' && !seen.has(slug) && seen.add(slug)
  })
  return { ...content, tags }
}

/** Refuses content that points at a section, a person or a picture that is not there. */
export async function checkReferences(tx: Tx, content: StoryContent): Promise<void> {
  const problems: Problem[] = []
  if (content.sectionId !== null && (await tx.section.count({ where: { id: content.sectionId } })) === 0) {
    problems.push({ field: 'section', message: 'This section no longer exists. Choose another one.' })
  }
  const staffIds = [...new Set(content.bylines.flatMap(({ staffId }) => staffId ?? []))]
  if ((await tx.staffMember.count({ where: { id: { in: staffIds } } })) !== staffIds.length) {
    problems.push({ field: 'bylines', message: 'One of the people in the bylines is no longer on the staff list.' })
  }
  const assetIds = assetIdsOf(content)
  if ((await tx.mediaAsset.count({ where: { id: { in: assetIds } } })) !== assetIds.length) {
    problems.push({ field: 'body', message: 'One of the pictures is gone. Remove it and upload it again.' })
  }
  if (problems.length > 0) throw new Refusal(problems)
}

/** Whether a stored revision already says exactly this. */
export async function isUnchanged(tx: Tx, revisionId: string | null, content: StoryContent): Promise<boolean> {
  if (revisionId === null) return false
  const stored = await tx.revision.findUnique({ where: { id: revisionId }, select: REVISION_CONTENT })
  return stored !== null && isDeepStrictEqual(plain(contentOf(stored)), plain(content))
}
// Key order and absent keys do not survive a trip through jsonb; compare what does.
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]))
}

/** Marks a revision as named by a decision: from here on the database refuses every change to it. */
export async function freeze(tx: Tx, revisionId: string): Promise<void> {
  await tx.revision.updateMany({ where: { id: revisionId, frozenAt: null }, data: { frozenAt: new Date() } })
}

async function tagIds(tx: Tx, names: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const name of names) {
    const slug = slugify(name)
    const tag = await tx.tag.upsert({ where: { slug }, create: { slug, name }, update: {}, select: { id: true } })
    ids.push(tag.id)
  }
  return ids
}

async function writeParts(tx: Tx, revisionId: string, content: StoryContent): Promise<void> {
  await tx.byline.createMany({ data: content.bylines.map((byline, position) => ({ revisionId, position, ...byline })) })
  const lead = content.lead === null ? [] : [{ revisionId, role: 'LEAD' as const, position: 0, ...content.lead }]
  const inBody = imagesOf(content.body).map(({ attrs }, position) => ({ revisionId, role: 'BODY' as const, position, ...attrs }))
  await tx.placement.createMany({ data: [...lead, ...inBody] })
  const ids = await tagIds(tx, content.tags)
  await tx.revisionTag.createMany({ data: ids.map((tagId, position) => ({ revisionId, tagId, position })) })
}

const columns = (content: StoryContent) => ({
  headline: content.headline,
  deck: content.deck,
  slug: content.slug,
  sectionId: content.sectionId,
  body: content.body,
})

/** Cuts the next revision of a story. Returns its id. */
export async function cutRevision(tx: Tx, actor: Actor, storyId: string, number: number, content: StoryContent): Promise<string> {
  const { id } = await tx.revision.create({
    data: { storyId, number, createdById: actor.userId, ...columns(content) },
    select: { id: true },
  })
  await writeParts(tx, id, content)
  return id
}

/** Writes new content into a working revision that nothing names yet. */
export async function extendRevision(tx: Tx, revisionId: string, content: StoryContent): Promise<void> {
  await tx.revision.update({ where: { id: revisionId }, data: { savedAt: new Date(), ...columns(content) }, select: { id: true } })
  await tx.byline.deleteMany({ where: { revisionId } })
  await tx.placement.deleteMany({ where: { revisionId } })
  await tx.revisionTag.deleteMany({ where: { revisionId } })
  await writeParts(tx, revisionId, content)
}
