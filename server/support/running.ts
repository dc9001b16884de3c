import 'server-only'
import { runs, type Ad, type SupportView } from '#domain/support/support.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'

const SELECT = { id: true, advertiser: true, url: true, alt: true, onFront: true, onStories: true, startsOn: true, endsOn: true, smallKey: true, largeKey: true } as const
const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null
const HOUR = 3_600_000

/** Every advertisement, in the order in which they were added. */
export async function allAds(): Promise<Ad[]> {
  const rows = await db().advertisement.findMany({ orderBy: { id: 'asc' }, select: SELECT })
  return rows.map(({ startsOn, endsOn, ...ad }) => ({ ...ad, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) }))
}

/** What readers' pages show at this instant: only what is switched on, and runs today on the paper's calendar. */
export async function supportAt(now: Date): Promise<SupportView> {
  const support = await db().support.findUnique({ where: { id: 1 } })
  const hour = Math.floor(now.getTime() / HOUR)
  if (support === null) return { donation: null, ads: [], hour }
  const { donations, title, text, url, goal, raised, advertisements } = support
  const { today } = await paperDay(now)
  return { donation: donations ? { title, text, url, goal, raised } : null, ads: advertisements ? (await allAds()).filter((ad) => runs(ad, today)) : [], hour }
}

const KEY = Symbol.for('fourth-period.ads')
type Holder = { [KEY]?: string }
const holder = globalThis as Holder

/** The tag of support where other advertisements run than before, or the next has its turn: with one alone, its page need not be made anew. */
export async function turnAds(now: Date): Promise<string[]> {
  const { ads, hour } = await supportAt(now)
  const shown = `${ads.map(({ id }) => id).join(' ')} ${ads.length > 1 ? hour : ''}`
  const before = holder[KEY]
  holder[KEY] = shown
  return before === undefined || before === shown ? [] : [tags.support()]
}
