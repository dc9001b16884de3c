import 'server-only'
import { shownName } from '#domain/people.ts'
import { isInName, searchName, type SearchName } from '#domain/search/names.ts'
import { openClause, wantedClauses, type Clause, type SearchQuery } from '#domain/search/query.ts'
import { anyOf, tokens } from '#domain/search/tokens.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { nameForm } from '../settings/name-form.ts'
import { LANGUAGE } from './language.ts'

/** From a query to what the database compares. Names on staff are looked up now, as readers see them now: the index knows only whose they are. */

const { sql } = Prisma
export const config = sql`${LANGUAGE}::regconfig`
/** So many words of live stories an unfinished word may stand for. */
const MOST_ENDINGS = 20

/** Everybody on staff whose name readers may see, by that name. */
export async function shownNames(tx: Tx): Promise<SearchName[]> {
  const [paper, staff] = [await nameForm(tx), await tx.staffMember.findMany({ where: { bylineForm: { not: 'HIDDEN' } }, select: { id: true, name: true, bylineForm: true } })]
  return staff.flatMap(({ id, ...person }) => {
    const name = shownName(person, paper)
    return name === null ? [] : [searchName(id, name)]
  })
}

/** Whether a tsquery asks for anything: of words that stand in every text nothing is left. */
async function asks(tx: Tx, tsquery: Prisma.Sql): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT numnode(${tsquery}) AS n`
  return (row?.n ?? 0) > 0
}

/** Which clauses say more than words that stand in every text. */
async function tellingClauses(tx: Tx, clauses: readonly Clause[]): Promise<Set<Clause>> {
  const texts = clauses.map(({ words }) => words.join(' '))
  const rows = await tx.$queryRaw<{ at: bigint; tells: boolean }[]>`SELECT t.at, numnode(phraseto_tsquery(${config}, t.text)) > 0 AS tells FROM unnest(${texts}::text[]) WITH ORDINALITY t(text, at)`
  return new Set(rows.flatMap(({ at, tells }) => (tells ? (clauses[Number(at) - 1] ?? []) : [])))
}

/** What a query asks, ready for the database. `words` finds and ranks; `marks` is what is marked in texts. null: only words that stand in every text. */
export type Match = { words: Prisma.Sql; marks: Prisma.Sql } | null
type Ending = { clause: Clause; words: readonly string[] }

/** Nothing is marked. */
export const NO_MARKS = sql`''::tsquery`

const phrase = (clause: Clause) => sql`phraseto_tsquery(${config}, ${clause.words.join(' ')})`

/** The clause in the text; an unfinished word also as the beginning of others, and as those that it may become. */
function inText(clause: Clause, ending: Ending | null): Prisma.Sql {
  if (ending?.clause !== clause) return phrase(clause)
  const grown = [`${clause.words[0] ?? ''}:*`, ...ending.words].join(' | ')
  return sql`(${phrase(clause)} || to_tsquery(${config}, ${grown}))`
}

function withAuthors(clause: Clause, names: readonly SearchName[], ending: Ending | null, text: Prisma.Sql | null): Prisma.Sql | null {
  const authors = names.filter((name) => isInName(name, clause, ending?.clause === clause)).map(({ staffId }) => tokens.author(staffId))
  if (authors.length === 0) return text
  const signed = sql`${anyOf(authors)}::tsquery`
  return text === null ? signed : sql`(${text} || ${signed})`
}

const joined = (parts: readonly Prisma.Sql[], operator: ' && ' | ' || ') => sql`(${Prisma.join([...parts], operator)})`

/** One group: all that tells; where nothing does ("Will"), whoever is called so. */
function groupMatch(group: readonly Clause[], telling: ReadonlySet<Clause>, names: readonly SearchName[], ending: Ending | null): Prisma.Sql | null {
  const wanted = group.filter(({ not }) => !not)
  const counts = wanted.filter((clause) => telling.has(clause))
  const parts = (counts.length > 0 ? counts : wanted).flatMap((clause) => withAuthors(clause, names, ending, telling.has(clause) ? inText(clause, ending) : null) ?? [])
  if (parts.length === 0) return null
  const unwanted = group.filter((clause) => clause.not && telling.has(clause)).map((clause) => sql`!!${withAuthors(clause, names, null, phrase(clause)) ?? phrase(clause)}`)
  return joined([...parts, ...unwanted], ' && ')
}

/** Words of live stories that begin so: their stems may be shorter than what was typed ("runnin", "run"). */
async function endingsOf(tx: Tx, clause: Clause): Promise<Ending> {
  const rows = await tx.$queryRaw<{ word: string }[]>`SELECT "word" FROM "SearchWord" WHERE "word" LIKE ${`${clause.words[0] ?? ''}%`} ORDER BY length("word"), "word" LIMIT ${MOST_ENDINGS}`
  return { clause, words: rows.map(({ word }) => word) }
}

/** Makes a query ready. `wide`: its last word may be unfinished. */
export async function matchOf(tx: Tx, query: SearchQuery, names: readonly SearchName[], { wide }: { wide: boolean }): Promise<Match> {
  const all = query.groups.flat()
  const telling = await tellingClauses(tx, all)
  const open = wide ? openClause(query) : null
  const ending = open === null ? null : await endingsOf(tx, open)
  if (open !== null && (await asks(tx, inText(open, ending)))) telling.add(open)
  const groups = query.groups.flatMap((group) => groupMatch(group, telling, names, ending) ?? [])
  if (groups.length === 0) return null
  const marks = wantedClauses(query).filter((clause) => telling.has(clause)).map((clause) => inText(clause, ending))
  return { words: joined(groups, ' || '), marks: marks.length === 0 ? NO_MARKS : joined(marks, ' || ') }
}
