import 'server-only'
import { connection } from 'next/server'
import type { SearchAsked } from '#domain/search/filters.ts'
import { clientAddress } from '../auth/client-address.ts'
import { searchFrom, type SearchRead } from './search.ts'

/** So many stories stand on a page of results. */
const ON_A_PAGE = 10

/** What readers find in the paper, and what they can narrow it by. Never cached: a name or a story that is gone is gone from the next answer. */
export async function publishedSearch(asked: SearchAsked): Promise<SearchRead> {
  await connection()
  return searchFrom(await clientAddress(), asked, { many: ON_A_PAGE, whole: true })
}
