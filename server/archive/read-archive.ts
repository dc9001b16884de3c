import 'server-only'
import { beginOf, daysOfMonth, daysOfPeriod, monthsOfYear, yearsBetween, type Period } from '#domain/archive.ts'
import { daysAfter } from '#domain/day.ts'
import type { Place } from '#domain/keyset.ts'
import type { ArchiveAnswer, ArchiveView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { timeNow } from '../clock.ts'
import { between, LIVE, storyPage } from '../stories/listed.ts'
import type { Shown } from '../stories/reader-views.ts'

/** The room behind published.ts: uncached. */

const ON_A_PAGE = 30

const zone = async () => (await paperDay(timeNow())).timeZone

/** How many live stories came out in each of these spans, which follow each other: from each instant up to before the next. */
async function countsBetween(instants: readonly Date[]): Promise<number[]> {
  const rows = await db().$queryRaw<{ stories: number }[]>`
    SELECT n."stories" FROM unnest(${instants.slice(0, -1).map((at) => at.toISOString())}::timestamptz[], ${instants.slice(1).map((at) => at.toISOString())}::timestamptz[]) WITH ORDINALITY AS b("from", "before", "place")
    CROSS JOIN LATERAL (SELECT count(*)::int AS "stories" FROM "Story" s WHERE ${LIVE} AND s."firstPublishedAt" >= b."from" AND s."firstPublishedAt" < b."before") n ORDER BY b."place"`
  return rows.map(({ stories }) => stories)
}

/** Days or months, with how many stories came out in each. `begins`: the first day of each, and of what follows the last. */
async function counted(names: readonly string[], begins: readonly string[], timeZone: string): Promise<{ name: string; stories: number }[]> {
  const counts = await countsBetween(begins.map((day) => beginOf(day, timeZone)))
  return names.map((name, index) => ({ name, stories: counts[index] ?? 0 }))
}

const monthsIn = async (year: string, timeZone: string) =>
  counted(monthsOfYear(year), [...monthsOfYear(year).map((month) => `${month}-01`), daysOfPeriod({ kind: 'year', text: year }).before], timeZone)

/** Every school year in which something came out, the newest first, by months. */
export async function readArchive(): Promise<ArchiveView> {
  const timeZone = await zone()
  const [ends] = await db().$queryRaw<{ oldest: Date | null; newest: Date | null }[]>`SELECT min(s."firstPublishedAt") AS "oldest", max(s."firstPublishedAt") AS "newest" FROM "Story" s WHERE ${LIVE}`
  if (ends === undefined || ends.oldest === null || ends.newest === null) return { years: [] }
  const years = yearsBetween(ends.oldest, ends.newest, timeZone)
  const inOrder = years.toReversed()
  const months = inOrder.flatMap(monthsOfYear)
  const counts = await counted(months, [...months.map((month) => `${month}-01`), daysOfPeriod({ kind: 'year', text: years[0] ?? '' }).before], timeZone)
  return { years: years.map((year) => ({ year, months: counts.slice(inOrder.indexOf(year) * 12, inOrder.indexOf(year) * 12 + 12) })).filter((one) => one.months.some(({ stories }) => stories > 0)) }
}

/** What came out in a period: a school year by its months, a month by its days and its stories, a day by its stories. Nothing came out: there is no such page. */
export async function readPeriod(period: Period, from: Place | null): Promise<{ answer: ArchiveAnswer; shown: Shown }> {
  const timeZone = await zone()
  const nothing = { answer: { kind: 'none' as const }, shown: { storyIds: [], staffIds: [] } }
  if (period.kind === 'year') {
    const months = await monthsIn(period.text, timeZone)
    return from !== null || months.every(({ stories }) => stories === 0) ? nothing : { answer: { kind: 'year', year: period.text, months }, shown: nothing.shown }
  }
  const { from: first, before } = daysOfPeriod(period)
  const page = await storyPage(between(beginOf(first, timeZone), beginOf(before, timeZone)), from, ON_A_PAGE)
  if (page === null || page.stories.length === 0) return nothing
  const month = period.text.slice(0, 7)
  const days = await counted(daysOfMonth(month), [...daysOfMonth(month), daysAfter(daysOfMonth(month).at(-1) ?? '', 1)], timeZone)
  return { answer: { kind: 'stories', month, day: period.kind === 'day' ? period.text : null, days, stories: page.stories, next: page.next }, shown: page.shown }
}
