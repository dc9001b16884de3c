import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { imagesOf, type StoryDocument } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import type { Problem } from '#domain/result.ts'
import { slugify } from '#domain/slug.ts'
import { assetIdsOf, type PlacementInput, type StoryContent } from '#domain/story.ts'
import { Refusal } from '../command.ts'
import { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'

/** How long saves extend one working revision (docs/decisions/0010-writing-together.md). */
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

/** What content points at that is not there: a section, a person or a picture. */
export async function referenceProblems(tx: Tx, content: StoryContent): Promise<Problem[]> {
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
  return problems
}

/** Refuses content that points at a section, a person or a picture that is not there. */
export async function checkReferences(tx: Tx, content: StoryContent): Promise<void> {
  const problems = await referenceProblems(tx, content)
  if (problems.length > 0) throw new Refusal(problems)
}

/** Whether a stored revision already says exactly this. */
export async function isUnchanged(tx: Tx, revisionId: string | null, content: StoryContent): Promise<boolean> {
  if (revisionId === null) return false
  const stored = await tx.revision.findUnique({ where: { id: revisionId }, select: REVISION_CONTENT })
  return stored !== null && same(bySlug(contentOf(stored)), bySlug(content))
}
// A tag is one tag however it is written; the paper shows the form that came first.
const bySlug = (content: StoryContent) => ({ ...content, tags: content.tags.map(slugify) })
const same = (a: unknown, b: unknown) => isDeepStrictEqual(plain(a), plain(b))
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

/** The stills of embeds as placements; their caption is the embed's title. */
function stillsIn(body: StoryDocument): { assetId: string; caption: string; alt: string; credit: string }[] {
  return body.content.flatMap((block) =>
    block.type === 'embed' && block.attrs.stillAssetId !== undefined ? [{ assetId: block.attrs.stillAssetId, caption: block.attrs.title, alt: block.attrs.stillAlt ?? '', credit: block.attrs.stillCredit ?? '' }] : [],
  )
}

const bylinesOf = ({ bylines }: StoryContent) => bylines.map(({ staffId, name, credit }, position) => ({ position, staffId, name, credit }))

/** The pictures as rows, in the order of their roles. */
async function placementsOf(tx: Tx, { lead, body }: StoryContent) {
  const assets = await tx.mediaAsset.findMany({ where: { id: { in: assetIdsOf({ lead, body }) } }, select: { id: true, focalX: true, focalY: true } })
  // The focal point as it is now becomes part of the revision: what readers see changes with an approval only.
  const focusOf = (assetId: string) => {
    const { focalX = 0.5, focalY = 0.5 } = assets.find(({ id }) => id === assetId) ?? {}
    return { focalX, focalY }
  }
  const row = (role: 'LEAD' | 'BODY' | 'STILL', { assetId, caption, alt, credit }: PlacementInput, position: number) => ({ role, position, assetId, caption, alt, credit, ...focusOf(assetId) })
  return [
    ...(lead === null ? [] : [row('LEAD', lead, 0)]),
    ...imagesOf(body).map(({ attrs }, position) => row('BODY', attrs, position)),
    ...stillsIn(body).map((still, position) => row('STILL', still, position)),
  ]
}

async function writeBylines(tx: Tx, revisionId: string, content: StoryContent): Promise<void> {
  await tx.byline.createMany({ data: bylinesOf(content).map((byline) => ({ revisionId, ...byline })) })
}
async function writePlacements(tx: Tx, revisionId: string, placements: Awaited<ReturnType<typeof placementsOf>>): Promise<void> {
  await tx.placement.createMany({ data: placements.map((placement) => ({ revisionId, ...placement })) })
}
async function writeTags(tx: Tx, revisionId: string, content: StoryContent): Promise<void> {
  const ids = await tagIds(tx, content.tags)
  await tx.revisionTag.createMany({ data: ids.map((tagId, position) => ({ revisionId, tagId, position })) })
}

const columns = (content: StoryContent) => ({
  headline: content.headline,
  deck: content.deck,
  slug: content.slug,
  sectionId: content.sectionId,
  body: content.body,
  template: content.template ?? Prisma.DbNull,
})

/** Cuts the next revision of a story. Returns its id. */
export async function cutRevision(tx: Tx, actor: Actor, storyId: string, number: number, content: StoryContent): Promise<string> {
  const { id } = await tx.revision.create({
    data: { storyId, number, createdById: actor.userId, ...columns(content) },
    select: { id: true },
  })
  await writeBylines(tx, id, content)
  await writePlacements(tx, id, await placementsOf(tx, content))
  await writeTags(tx, id, content)
  return id
}

const PARTS = {
  bylines: { orderBy: { position: 'asc' }, select: { position: true, staffId: true, name: true, credit: true } },
  placements: { orderBy: [{ role: 'asc' }, { position: 'asc' }], select: { role: true, position: true, assetId: true, caption: true, alt: true, credit: true, focalX: true, focalY: true } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: { slug: true } } } },
} as const satisfies Prisma.RevisionSelect

/** Writes new content into a working revision that nothing names yet. Somebody who types changes the text alone; the rows of the rest stay. */
export async function extendRevision(tx: Tx, revisionId: string, content: StoryContent): Promise<void> {
  const stored = await tx.revision.update({ where: { id: revisionId }, data: { savedAt: new Date(), ...columns(content) }, select: PARTS })
  const placements = await placementsOf(tx, content)
  if (!same(stored.bylines, bylinesOf(content))) {
    await tx.byline.deleteMany({ where: { revisionId } })
    await writeBylines(tx, revisionId, content)
  }
  if (!same(stored.placements, placements)) {
    await tx.placement.deleteMany({ where: { revisionId } })
    await writePlacements(tx, revisionId, placements)
  }
  if (!same(stored.tags.map(({ tag }) => tag.slug), content.tags.map(slugify))) {
    await tx.revisionTag.deleteMany({ where: { revisionId } })
    await writeTags(tx, revisionId, content)
  }
}
