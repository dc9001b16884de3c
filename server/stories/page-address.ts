import 'server-only'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { isFreePageSlug, slugify } from '#domain/slug.ts'
import type { Tx } from '../db.ts'

/** Pages stand at the paper's root, beside its sections: neither may take the address of the other. */

/** What stands in place of a section in the addresses of pages. */
export const PAGES = ''

type Reads = Pick<Tx, 'section' | 'sectionSlug' | 'address'>
type Named = { slug: string; headline: string }

/** The address that a page wants: its own, or its headline's. */
export function pageSlug({ slug, headline }: Named): string {
  return slug || slugify(headline)
}

/** Whoever takes an address at the root of the paper waits here for whoever else does. */
export async function lockRootAddresses(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('fourth-period.root-addresses', 4))) AS locked`
}

/** Whether a page has or had this address at the root. */
export async function isPageAddress(client: Pick<Reads, 'address'>, slug: string): Promise<boolean> {
  return (await client.address.count({ where: { sectionSlug: PAGES, slug } })) > 0
}

/** Why this page cannot stand at the address that it wants; null: it can. */
export async function pageAddressProblem(client: Reads, storyId: string, named: Named): Promise<string | null> {
  const slug = pageSlug(named)
  if (slug === '') return 'Give the page a web address, such as about.'
  if (!isFreePageSlug(slug)) return `The paper itself uses the address /${slug}. Choose another one.`
  const [now, former] = [await client.section.count({ where: { slug } }), await client.sectionSlug.count({ where: { slug } })]
  if (now > 0) return `A section has the address /${slug}. Choose another one.`
  if (former > 0) return `The address /${slug} leads to a section, which had it before. Choose another one.`
  const other = await client.address.count({ where: { sectionSlug: PAGES, slug, NOT: { storyId } } })
  return other === 0 ? null : `Another page has or had the address /${slug}. Choose another one.`
}

/** The same for revisions of pages, as publish checks, by the revision's id. */
export async function pageAddressChecks(client: Reads, pages: readonly { storyId: string; revision: Named & { id: string } }[]): Promise<Map<string, UnmetCheck[]>> {
  const found = new Map<string, UnmetCheck[]>()
  // One after the other: a transaction has one connection.
  for (const { storyId, revision } of pages) {
    const message = await pageAddressProblem(client, storyId, revision)
    if (message !== null) found.set(revision.id, [{ field: 'slug', message }])
  }
  return found
}
