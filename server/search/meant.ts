import 'server-only'
import { wantedClauses, withWords, type SearchQuery } from '#domain/search/query.ts'
import { likelyMeant, mistakesAllowed } from '#domain/search/typing.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { hasAny, questionOf } from './find.ts'
import { matchOf, tellingClauses } from './match.ts'
import type { Moment } from './moment.ts'
import { hasSheet } from './sheets.ts'

/** So many words alike are looked at, and so many of them tried. */
const MOST_ALIKE = 40
const MOST_TRIED = 4
/** How alike two words must be for the index to name one for the other (pg_trgm); the number of mistakes decides after that. */
export const LEAST_ALIKE = 0.25

const { sql } = Prisma
const wordQuery = (word: string): SearchQuery => ({ groups: [[{ words: [word], quoted: false, not: false }]] })

/** By which of these words readers can find anything: a word of a former version or of a withdrawn story must not show here. */
async function foundAmong(moment: Moment, words: readonly string[]): Promise<Set<string>> {
  await tellingClauses(moment, words.flatMap((word) => wantedClauses(wordQuery(word))))
  const asks: Prisma.Sql[] = []
  for (const word of words) {
    const match = await matchOf(moment, wordQuery(word), { wide: false })
    if (match !== null) asks.push(sql`(${word}, ${hasAny(questionOf(moment, match.words, { tokens: [], from: null, before: null }))} OR ${hasSheet(match.words)})`)
  }
  if (asks.length === 0) return new Set()
  const rows = await moment.tx.$queryRaw<{ word: string; found: boolean }[]>`SELECT a.word, a.found FROM (VALUES ${Prisma.join(asks)}) a(word, found)`
  return new Set(rows.filter(({ found }) => found).map(({ word }) => word))
}

/** The word that somebody most likely meant, among those that find something and the names that readers see; null: none is near. */
async function meantWord(moment: Moment, typed: string): Promise<string | null> {
  const { tx, names } = moment
  const alike = await tx.$queryRaw<{ word: string }[]>`SELECT "word" FROM "SearchWord" WHERE "word" % ${typed} ORDER BY similarity("word", ${typed}) DESC, "word" LIMIT ${MOST_ALIKE}`
  const near = likelyMeant(typed, [...alike.map(({ word }) => word), ...names.flatMap(({ words }) => words)]).slice(0, MOST_TRIED)
  const found = near.length === 0 ? new Set() : await foundAmong(moment, near)
  return near.find((word) => found.has(word)) ?? null
}

/** The query as it was probably meant: words that find nothing are replaced by the nearest that do. null: there is nothing better. */
export async function meantQuery(moment: Moment, query: SearchQuery): Promise<SearchQuery | null> {
  const words = [...new Set(wantedClauses(query).filter(({ quoted }) => !quoted).flatMap(({ words: some }) => some))].filter((word) => mistakesAllowed(word) > 0)
  const found = words.length === 0 ? new Set() : await foundAmong(moment, words)
  const replaced = new Map<string, string>()
  for (const word of words) {
    const meant = found.has(word) ? null : await meantWord(moment, word)
    if (meant !== null) replaced.set(word, meant)
  }
  return replaced.size === 0 ? null : withWords(query, replaced)
}
