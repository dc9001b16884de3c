import 'server-only'
import type { Tx } from '../db.ts'

/** Slugs for stories that come to a section: their own, or with -2, -3 … where another story has or had it there. */
export function newSlugs(coming: readonly { storyId: string; slug: string }[], there: readonly { storyId: string; slug: string }[]): { storyId: string; slug: string }[] {
  const taken = new Map(there.map(({ slug, storyId }) => [slug, storyId]))
  return coming.map(({ storyId, slug: wanted }) => {
    const isFree = (slug: string) => (taken.get(slug) ?? storyId) === storyId
    let slug = wanted
    for (let number = 2; !isFree(slug); number += 1) slug = `${wanted}-${number}`
    taken.set(slug, storyId)
    return { storyId, slug }
  })
}

/** Gives every story of a section its address in another one; the former addresses lead there from now on. Answers how many. */
export async function moveAddresses(tx: Tx, from: string, to: string): Promise<number> {
  // The same locks as whoever claims an address takes (stories/live.ts), in one order.
  for (const slug of [from, to].toSorted()) await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${slug}, 4))) AS locked`
  const coming = await tx.$queryRaw<{ storyId: string; slug: string }[]>`UPDATE "Address" SET "current" = false WHERE "sectionSlug" = ${from} AND "current" RETURNING "storyId", "slug"`
  const there = await tx.address.findMany({ where: { sectionSlug: to }, select: { storyId: true, slug: true } })
  const moved = newSlugs(coming, there)
  await tx.$executeRaw`
    INSERT INTO "Address" ("id", "sectionSlug", "slug", "storyId", "current")
    SELECT gen_random_uuid(), ${to}, m.slug, m.story, true FROM unnest(${moved.map(({ slug }) => slug)}::text[], ${moved.map(({ storyId }) => storyId)}::uuid[]) AS m(slug, story)
    ON CONFLICT ("sectionSlug", "slug") DO UPDATE SET "current" = true`
  return moved.length
}
