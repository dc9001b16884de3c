import 'server-only'
import type { SearchName } from '#domain/search/names.ts'
import type { Tx } from '../db.ts'

/** When the oldest and the newest story came out that can be found; null: there is none. */
export type Published = { oldest: Date; newest: Date } | null

/**
 * The one moment of the database that a search is answered out of: its transaction, everybody on staff by the names that readers see, what can be found at all, and which
 * words were found to say nothing (`telling`), so that each is asked once.
 */
export type Moment = { tx: Tx; names: readonly SearchName[]; published: Published; telling: Map<string, boolean> }

/** Looks at what can be found in this transaction. */
export async function momentOf(tx: Tx, names: readonly SearchName[]): Promise<Moment> {
  const [row] = await tx.$queryRaw<{ oldest: Date | null; newest: Date | null }[]>`SELECT min("publishedAt") AS oldest, max("publishedAt") AS newest FROM "SearchDocument"`
  const published = row === undefined || row.oldest === null || row.newest === null ? null : { oldest: row.oldest, newest: row.newest }
  return { tx, names, published, telling: new Map() }
}
