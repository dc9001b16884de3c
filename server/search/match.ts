import 'server-only'
import { isInName, type SearchName } from '#domain/search/names.ts'
import { openClause, wantedClauses, type Clause, type SearchQuery } from '#domain/search/query.ts'
import { anyOf, tokens } from '#domain/search/tokens.ts'
import type { Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { LANGUAGE } from './language.ts'
import type { Moment } from './moment.ts'
import type { Marks } from './passages.ts'

/** From a query to what the database compares. Names on staff are looked up now, as readers see them now: the index knows only whose they are. */

const { sql } = Prisma
/** So many words may begin with an unfinished one to be looked for one by one, which is quicker than going through all that begin so. */
const MOST_ENDINGS = 30

/** Whether a tsquery asks for anything: of words that stand in every text nothing is left. */
async function asks(tx: Tx, tsquery: Prisma.Sql): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT numnode(${tsquery}) AS n`
  return (row?.n ?? 0) > 0
}

/** Which clauses say more than words that stand in every text. */
export async function tellingClauses({ tx, telling }: Moment, clauses: readonly Clause[]): Promise<Set<Clause>> {
  const textOf = ({ words }: Clause) => words.join(' ')
  const texts = [...new Set(clauses.map(textOf))].filter((text) => !telling.has(text))
  const rows = texts.length === 0 ? [] : await tx.$queryRaw<{ text: string; tells: boolean }[]>`SELECT t.text, numnode(phraseto_tsquery(${LANGUAGE}, t.text)) > 0 AS tells FROM unnest(${texts}::text[]) t(text)`
  for (const { text, tells } of rows) telling.set(text, tells)
  return new Set(clauses.filter((clause) => telling.get(textOf(clause)) === true))
}

/** What a query asks, ready for the database. `words` finds and ranks; `marks` is what is marked in texts. null: only words that stand in every text. */
export type Match = { words: Prisma.Sql; marks: Marks } | null
/** What an unfinished word may become: these stems, or (null) too many to name. */
type Ending = { clause: Clause; stems: readonly string[] | null }

const phrase = (clause: Clause) => sql`phraseto_tsquery(${LANGUAGE}, ${clause.words.join(' ')})`

/** The clause in the text; an unfinished word also as what it may become. */
function inText(clause: Clause, ending: Ending | null): Prisma.Sql {
  if (ending?.clause !== clause) return phrase(clause)
  if (ending.stems === null) return sql`(${phrase(clause)} || to_tsquery(${LANGUAGE}, ${`${clause.words[0] ?? ''}:*`}))`
  return ending.stems.length === 0 ? phrase(clause) : sql`(${phrase(clause)} || ${anyOf(ending.stems)}::tsquery)`
}

/** What stands in the text, or is signed by any of these people; null where there is neither. */
function orSigned(text: Prisma.Sql | null, authors: readonly SearchName[]): Prisma.Sql | null {
  if (authors.length === 0) return text
  const signed = sql`${anyOf(authors.map(({ staffId }) => tokens.author(staffId)))}::tsquery`
  return text === null ? signed : sql`(${text} || ${signed})`
}

/** Clauses that stand beside each other and name the same people ("Ana Ruiz"), with those people; any other one is alone. */
function withPeople(clauses: readonly Clause[], names: readonly SearchName[], ending: Ending | null): { clauses: Clause[]; people: SearchName[] }[] {
  const units: { clauses: Clause[]; people: SearchName[] }[] = []
  for (const clause of clauses) {
    const called = names.filter((name) => isInName(name, clause, ending?.clause === clause))
    const last = units.at(-1)
    const both = last === undefined ? [] : last.people.filter((person) => called.includes(person))
    if (last === undefined || both.length === 0) units.push({ clauses: [clause], people: called })
    else Object.assign(last, { clauses: [...last.clauses, clause], people: both })
  }
  return units
}

const joined = (parts: readonly Prisma.Sql[], operator: ' && ' | ' || ') => sql`(${Prisma.join([...parts], operator)})`

/** One group: all that tells; where nothing does ("Will"), whoever is called so. */
function groupMatch(group: readonly Clause[], telling: ReadonlySet<Clause>, names: readonly SearchName[], ending: Ending | null): Prisma.Sql | null {
  const wanted = group.filter(({ not }) => !not)
  const counts = wanted.filter((clause) => telling.has(clause))
  const parts = withPeople(counts.length > 0 ? counts : wanted, names, ending).flatMap(({ clauses, people }) => {
    const texts = clauses.filter((clause) => telling.has(clause)).map((clause) => inText(clause, ending))
    return orSigned(texts.length === 0 ? null : joined(texts, ' && '), people) ?? []
  })
  if (parts.length === 0) return null
  const unwanted = group.filter((clause) => clause.not && telling.has(clause)).map((clause) => sql`!!${orSigned(phrase(clause), names.filter((name) => isInName(name, clause, false))) ?? phrase(clause)}`)
  return joined([...parts, ...unwanted], ' && ')
}

/** The words of live stories that begin so, as the index knows them ("runnin": "run"). */
async function endingsOf(tx: Tx, clause: Clause): Promise<Ending> {
  const begun = await tx.$queryRaw<{ stems: string[] }[]>`
    SELECT tsvector_to_array(to_tsvector(${LANGUAGE}, "word")) AS stems FROM "SearchWord" WHERE "word" LIKE ${`${clause.words[0] ?? ''}%`} LIMIT ${MOST_ENDINGS + 1}`
  return { clause, stems: begun.length > MOST_ENDINGS ? null : [...new Set(begun.flatMap(({ stems }) => stems))] }
}

/** Makes a query ready. `wide`: its last word may be unfinished. */
export async function matchOf(moment: Moment, query: SearchQuery, { wide }: { wide: boolean }): Promise<Match> {
  const { tx, names } = moment
  const all = query.groups.flat()
  const telling = await tellingClauses(moment, all)
  const open = wide ? openClause(query) : null
  const ending = open === null ? null : await endingsOf(tx, open)
  if (open !== null && (await asks(tx, inText(open, ending)))) telling.add(open)
  const groups = query.groups.flatMap((group) => groupMatch(group, telling, names, ending) ?? [])
  if (groups.length === 0) return null
  const wanted = wantedClauses(query).filter((clause) => telling.has(clause))
  const unfinished = ending !== null && wanted.includes(ending.clause) ? ending : null
  const marks = { words: wanted.flatMap(({ words }) => words), stems: unfinished?.stems ?? [], begins: unfinished?.stems === null ? (unfinished.clause.words[0] ?? null) : null }
  return { words: joined(groups, ' || '), marks }
}
