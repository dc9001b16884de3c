import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '../db.ts'
import { withdrawStory } from '../stories/moves.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { countRead, storeReads } from './count.ts'
import { readingFigures } from './queries.ts'
import { foldReads, mostReadIds, turnMostRead } from './ranking.ts'
import { changeReading, readingSettings } from './settings.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'
const NOON = new Date('2026-11-24T20:10:00Z')
const pathOf = async (storyId: string) => {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  return `/${sectionSlug}/${slug}`
}
const read = (path: string, times = 1, of: { agent?: string | null; address?: string; now?: Date } = {}) =>
  Promise.all(Array.from({ length: times }, () => countRead({ path, address: '192.0.2.1', agent: FIREFOX, now: NOON, ...of })))
const countOf = async (storyId: string) => (await db().storyRead.aggregate({ where: { storyId }, _sum: { count: true } }))._sum.count ?? 0

beforeEach(async () => {
  await db().storyRead.deleteMany()
  await db().paper.updateMany({ data: { countsReads: true, timeZone: 'America/Los_Angeles' } })
})

describe('counting', () => {
  it('counts live stories by the hour, adds up, and leaves out programs, other pages, drafts and floods', async () => {
    const [live, draft] = [await aStory('LIVE'), await aStory('DRAFT')]
    const path = await pathOf(live.storyId)
    expect(await read(path, 3)).toEqual([true, true, true])
    expect(await read(path, 1, { agent: 'curl/8.5.0' })).toEqual([false])
    expect(await read('/search', 1)).toEqual([false])
    await read(`/news/${draft.content.headline.toLowerCase().replaceAll(' ', '-')}`, 2)
    await storeReads()
    await read(path, 2)
    await read(path, 1, { now: new Date('2026-11-24T21:00:00Z') })
    await storeReads()
    await storeReads()
    const rows = await db().storyRead.findMany({ orderBy: { hour: 'asc' }, select: { storyId: true, hour: true, count: true } })
    expect(rows).toEqual([{ storyId: live.storyId, hour: new Date('2026-11-24T20:00:00Z'), count: 5 }, { storyId: live.storyId, hour: new Date('2026-11-24T21:00:00Z'), count: 1 }])
    const flood = await read(path, 400, { address: '198.51.100.7' })
    expect(flood.filter(Boolean)).toHaveLength(120)
    await db().paper.updateMany({ data: { countsReads: false } })
    await storeReads()
    expect(await countOf(live.storyId)).toBe(6)
  })

  it('keeps of days that are long past one row, at noon, and loses none of it', async () => {
    const { storyId } = await aStory('LIVE')
    await db().storyRead.createMany({ data: [['2026-09-01T08:00:00Z', 2], ['2026-09-01T20:00:00Z', 3], ['2026-09-02T03:00:00Z', 4], ['2026-11-24T03:00:00Z', 5]].map(([hour, count]) => ({ storyId, hour: new Date(String(hour)), count: Number(count) })) })
    await foldReads(NOON)
    expect(await db().storyRead.findMany({ orderBy: { hour: 'asc' }, select: { hour: true, count: true } })).toEqual([{ hour: new Date('2026-09-01T19:00:00Z'), count: 9 }, { hour: new Date('2026-11-24T03:00:00Z'), count: 5 }])
  })
})

describe('the most read', () => {
  it('are live stories of the last seven days that enough people read; their tag ends when the order changes', async () => {
    const [first, second, few, old] = [await aStory('LIVE'), await aStory('LIVE'), await aStory('LIVE'), await aStory('LIVE')]
    const rows: [string, string, number][] = [[first.storyId, '2026-11-24T10:00:00Z', 9], [second.storyId, '2026-11-23T10:00:00Z', 8], [few.storyId, '2026-11-24T10:00:00Z', 4], [old.storyId, '2026-11-01T10:00:00Z', 90]]
    await db().storyRead.createMany({ data: rows.map(([storyId, hour, count]) => ({ storyId, hour: new Date(hour), count })) })
    expect(await mostReadIds(NOON)).toEqual([first.storyId, second.storyId])
    expect(await turnMostRead(NOON)).toEqual(['most-read'])
    done(await withdrawStory(first.adviser, { storyId: first.storyId, revisionId: first.revisionId, reason: 'A test.' }))
    expect(await mostReadIds(NOON)).toEqual([second.storyId])
    expect(await turnMostRead(NOON)).toEqual([])
    expect(await turnMostRead(new Date(NOON.getTime() + 11 * 60_000))).toEqual(['most-read'])
    expect(await turnMostRead(new Date(NOON.getTime() + 22 * 60_000))).toEqual([])
  })
})

describe('figures', () => {
  it('are of their own stories for who writes, of all for editors, by days of the paper', async () => {
    const [mine, other] = [await aStory('LIVE'), await aStory('LIVE')]
    await db().storyRead.createMany({ data: [{ storyId: mine.storyId, hour: new Date('2026-11-24T03:00:00Z'), count: 7 }, { storyId: other.storyId, hour: new Date('2026-11-24T20:00:00Z'), count: 9 }] })
    const own = await readingFigures(mine.writer, { now: NOON, storyId: null })
    expect(own).toMatchObject({ all: false, lines: [{ storyId: mine.storyId, week: 7, month: 7, whole: 7 }] })
    expect(own?.lines).toHaveLength(1)
    expect(own?.days).toHaveLength(30)
    expect(own?.days.filter(({ count }) => count > 0)).toEqual([{ day: '2026-11-23', count: 7 }])
    expect(await readingFigures(mine.writer, { now: NOON, storyId: other.storyId })).toBeNull()
    const all = await readingFigures(await anActor('EDITOR'), { now: NOON, storyId: other.storyId })
    expect(all).toMatchObject({ all: true, of: { headline: other.content.headline }, lines: [{ whole: 9 }] })
  })

  it('end where an admin switches counting off, on record', async () => {
    const [admin, adviser] = [await anActor('ADMIN'), await anActor('ADVISER')]
    expect(await readingSettings(adviser)).toBeNull()
    expect(await changeReading(adviser, { countsReads: false, offlineReading: true })).toMatchObject({ ok: false })
    expect(done(await changeReading(admin, { countsReads: false, offlineReading: true })).tags).toContain('paper')
    expect(await readingSettings(admin)).toEqual({ countsReads: false, offlineReading: true })
    expect(await mostReadIds(NOON)).toEqual([])
  })
})
