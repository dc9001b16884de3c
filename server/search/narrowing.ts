import 'server-only'
import type { SearchChoices } from '#domain/search/answer.ts'
import type { SearchAsked } from '#domain/search/filters.ts'
import { tokens } from '#domain/search/tokens.ts'
import { meaningOf, type WallTime } from '#domain/school-time.ts'
import { nextSchoolYear, schoolYear, schoolYearDays } from '#domain/school-year.ts'
import type { Tx } from '../db.ts'
import { idsWithin, sectionAt } from '../sections/shown.ts'
import type { Narrowing } from './find.ts'
import type { Moment } from './moment.ts'

/** The instant at which a time of the school's clocks begins, on a night on which they are changed too. */
function instantOf(time: WallTime, timeZone: string): Date {
  const meaning = meaningOf(time, timeZone)
  return meaning.kind === 'once' ? meaning.at : meaning.kind === 'twice' ? meaning.first : instantOf(meaning.next, timeZone)
}

/** What narrows an answer; null: by a section that there is not, or by somebody whose name readers do not see. */
export async function narrowingOf({ tx, names }: Moment, asked: SearchAsked, timeZone: string): Promise<Narrowing | null> {
  const { section: slug, author, year, pictures } = asked
  const section = slug === null ? null : await sectionAt(tx, slug)
  if (slug !== null && section === null) return null
  if (author !== null && !names.some(({ staffId }) => staffId === author)) return null
  const days = year === null ? null : schoolYearDays(year)
  const midnight = (date: string) => instantOf({ date, time: '00:00' }, timeZone)
  return {
    tokens: [...(section === null ? [] : [(await idsWithin(tx, section.id)).map(tokens.section)]), ...(author === null ? [] : [[tokens.author(author)]]), ...(pictures ? [[tokens.pictures()]] : [])],
    from: days === null ? null : midnight(days.from),
    before: days === null ? null : midnight(days.before),
  }
}

/** Who signed a live story is asked again after so long: it changes what can be chosen, not what is found. Names are never kept. */
const KEPT_MS = 30_000
const signers: { ids: ReadonlySet<string>; until: number } = { ids: new Set(), until: 0 }

async function signerIds(tx: Tx): Promise<ReadonlySet<string>> {
  if (performance.now() < signers.until) return signers.ids
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m."id" FROM "StaffMember" m, LATERAL (
      SELECT 1 FROM "Byline" b JOIN "Story" s ON s."liveRevisionId" = b."revisionId" WHERE b."staffId" = m."id" LIMIT 1
    ) live`
  Object.assign(signers, { ids: new Set(rows.map(({ id }) => id)), until: performance.now() + KEPT_MS })
  return signers.ids
}

/** Everybody who signed a live story, by the names that readers see, and the school years in which stories came out, newest first. */
export async function choicesOf({ tx, names, published }: Moment, timeZone: string): Promise<SearchChoices> {
  const ids = await signerIds(tx)
  const authors = names.filter(({ staffId }) => ids.has(staffId)).map(({ staffId: id, name }) => ({ id, name }))
  const years: string[] = []
  if (published !== null) {
    const last = schoolYear(published.newest, timeZone)
    for (let year = schoolYear(published.oldest, timeZone); year < last; year = nextSchoolYear(year)) years.unshift(year)
    years.unshift(last)
  }
  return { authors: authors.toSorted((a, b) => a.name.localeCompare(b.name, 'en')), years }
}
