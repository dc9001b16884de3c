import 'server-only'
import { shownName, type BylineForm } from '#domain/people.ts'
import { searchName, type SearchName } from '#domain/search/names.ts'
import type { Tx } from '../db.ts'

/** When the oldest and the newest story came out that can be found; null: there is none. */
export type Published = { oldest: Date; newest: Date } | null

/**
 * The one moment of the database that a search is answered out of: its transaction, everybody on staff whose name readers may see, by that name (`names`), those who want less than
 * their whole name shown (`lessened`), what can be found at all, and which words were found to say nothing (`telling`), so that each is asked once.
 */
export type Moment = { tx: Tx; names: readonly SearchName[]; lessened: readonly { id: string; name: string }[]; published: Published; telling: Map<string, boolean> }

/** Looks at what can be found in this transaction. `form`: how much of a name the paper shows. */
export async function momentOf(tx: Tx, form: BylineForm): Promise<Moment> {
  const staff = await tx.staffMember.findMany({ select: { id: true, name: true, bylineForm: true } })
  const names = staff.flatMap(({ id, ...person }) => {
    const name = shownName(person, form)
    return name === null ? [] : [searchName(id, name)]
  })
  const lessened = staff.filter(({ bylineForm }) => bylineForm !== 'FULL')
  const [row] = await tx.$queryRaw<{ oldest: Date | null; newest: Date | null }[]>`SELECT min("publishedAt") AS oldest, max("publishedAt") AS newest FROM "SearchDocument"`
  const published = row === undefined || row.oldest === null || row.newest === null ? null : { oldest: row.oldest, newest: row.newest }
  return { tx, names, lessened, published, telling: new Map() }
}
