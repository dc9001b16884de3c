import 'server-only'
import { optOutHits } from '#domain/named-people.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { slugify } from '#domain/slug.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'
import { lookAgain } from '../search/fill.ts'
import { indexLive } from '../search/write.ts'
import { tags } from '../stories/cache.ts'

/** So many stories are indexed in one go, and so many within the command; what is left is found again within a minute (search/fill.ts). */
const AT_ONCE = 200
const MOST_NOW = 1_000

/** The live stories with one of these tags, locked, so that none is withdrawn between reading and writing. */
async function liveWith(tx: Tx, tagIds: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Story" s WHERE s."liveRevisionId" = ANY (ARRAY(SELECT t."revisionId" FROM "RevisionTag" t WHERE t."tagId" = ANY (${[...tagIds]}::uuid[])))
    ORDER BY s."id" FOR SHARE`
  return rows.map(({ id }) => id)
}

async function indexAnew(tx: Tx, stories: readonly string[]): Promise<void> {
  const now = stories.slice(0, MOST_NOW)
  for (let from = 0; from < now.length; from += AT_ONCE) await indexLive(tx, now.slice(from, from + AT_ONCE))
  if (stories.length === now.length) return
  await tx.searchDocument.deleteMany({ where: { storyId: { in: stories.slice(MOST_NOW) } } })
  lookAgain()
}

/** The tag that a name means: the one of its address, if there is one, else a new one; and what it was a part of is turned around to it. */
async function targetOf(tx: Tx, name: string, from: string): Promise<{ id: string; slug: string }> {
  const slug = slugify(name)
  const there = await tx.tag.findUnique({ where: { slug }, select: { id: true, mergedIntoId: true } })
  if (there === null) return tx.tag.create({ data: { slug, name }, select: { id: true, slug: true } })
  // What became of it is another tag still: that one is meant. Where it became the very tag that is renamed, it comes back.
  if (there.mergedIntoId !== null && there.mergedIntoId !== from) return tx.tag.findUniqueOrThrow({ where: { id: there.mergedIntoId }, select: { id: true, slug: true } })
  if (there.mergedIntoId === null) return { id: there.id, slug }
  return tx.tag.update({ where: { id: there.id }, data: { mergedIntoId: null, name }, select: { id: true, slug: true } })
}

/**
 * Calls a tag something else. Where there is a tag of that name already, the two become one. Revisions keep the tag that they were written with:
 * what changes is the tag that readers see for it, on every story at once, and in the search. Former addresses lead to the new one.
 */
export function renameTag(asked: Actor, { tagId, name }: { tagId: string; name: string }): Promise<CommandResult<{ merged: boolean }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      const verdict = decide(actor.role, 'keepTags')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('fourth-period.tags'))) AS locked`
      const tag = await tx.tag.findUnique({ where: { id: tagId }, select: { id: true, slug: true, name: true, mergedIntoId: true } })
      if (tag === null || tag.mergedIntoId !== null) throw new Refusal('This tag has another name by now.')
      if (tag.name === name) return { ok: true, tags: [], merged: false }
      const [hit] = optOutHits([{ field: 'headline', where: 'the tag', text: name, fileName: false }], await optOutEntries(tx))
      if (hit !== undefined) throw new Refusal(`A name on the opt-out list stands here (“${hit.passage}”): ask your adviser.`, 'name')
      const before = await tx.tag.count()
      const target = slugify(name) === tag.slug ? tag : await targetOf(tx, name, tag.id)
      if (target.id === tag.id) await tx.tag.update({ where: { id: tag.id }, data: { name }, select: { id: true } })
      else await tx.tag.updateMany({ where: { OR: [{ id: tag.id }, { mergedIntoId: tag.id }] }, data: { mergedIntoId: target.id } })
      const merged = target.id !== tag.id && (await tx.tag.count()) === before
      const ids = (await tx.tag.findMany({ where: { OR: [{ id: target.id }, { mergedIntoId: target.id }] }, select: { id: true } })).map(({ id }) => id)
      const stories = await liveWith(tx, ids)
      await indexAnew(tx, stories)
      await recordEvent(tx, { actor, kind: merged ? 'tag.merged' : 'tag.renamed', subjectId: tag.id, data: { from: tag.slug, to: target.slug, stories: stories.length } })
      return { ok: true, tags: [tags.paper(), tags.topic(tag.slug), tags.topic(target.slug)], merged }
    }),
  )
}
