import 'server-only'
import type { TagView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** What a tag is to readers: revisions keep the tag that they were written with, and readers see the one that it became. */

/** What `shownTag` wants to know of a tag. */
export const TAG_SHOWN = { slug: true, name: true, mergedInto: { select: { slug: true, name: true } } } as const satisfies Prisma.TagSelect

/** A tag as readers see it. */
export function shownTag({ mergedInto, slug, name }: Prisma.TagGetPayload<{ select: typeof TAG_SHOWN }>): TagView {
  return mergedInto ?? { slug, name }
}

/** Tags as readers see them, each once. */
export function shownTags(tags: readonly { tag: Parameters<typeof shownTag>[0] }[]): TagView[] {
  return [...new Map(tags.map(({ tag }) => shownTag(tag)).map((tag) => [tag.slug, tag])).values()]
}

/** The tag that is at an address now, or that the one of this address became; null: there never was one. `ids`: those under which revisions keep it. */
export async function tagAt(client: Pick<Tx, 'tag'>, slug: string): Promise<{ id: string; slug: string; name: string; ids: string[] } | null> {
  const row = await client.tag.findUnique({ where: { slug }, select: { id: true, mergedIntoId: true } })
  if (row === null) return null
  const now = await client.tag.findUnique({ where: { id: row.mergedIntoId ?? row.id }, select: { id: true, slug: true, name: true, merged: { select: { id: true } } } })
  return now === null ? null : { id: now.id, slug: now.slug, name: now.name, ids: [now.id, ...now.merged.map(({ id }) => id)] }
}
