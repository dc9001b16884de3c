import { expect, it } from 'vitest'
import { periodOf } from '#domain/archive.ts'
import { db } from '../db.ts'
import { aStory } from '../testing/builders.ts'
import { readArchive, readPeriod } from './read-archive.ts'

async function cameOut(at: string, headline: string): Promise<void> {
  const { storyId } = await aStory('LIVE', { headline })
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = ${new Date(at)}, "lastPublishedAt" = ${new Date(at)} WHERE "id" = ${storyId}::uuid`
}
const shown = async (...address: [string, string?, string?]) => {
  const period = periodOf(...address)
  if (period === null) throw new Error('no such period')
  const { answer } = await readPeriod(period, null)
  return answer.kind === 'stories' ? answer.stories.map(({ headline }) => headline) : answer
}

it('is told by the days and the years of the school', async () => {
  expect(await readArchive()).toEqual({ years: [] })
  // The paper of the builders is in Los Angeles: eleven at night on 31 October and on 31 July.
  await cameOut('2026-11-01T06:00:00Z', 'On Halloween')
  await cameOut('2026-11-03T08:30:00Z', 'After midnight')
  await cameOut('2025-08-01T06:30:00Z', 'The last of July')
  await aStory('WITHDRAWN', { headline: 'Canary' })
  await aStory('APPROVED', { headline: 'Canary' })
  const { years } = await readArchive()
  expect(years.map(({ year, months }) => [year, months.filter(({ stories }) => stories > 0)])).toEqual([
    ['2026-27', [{ name: '2026-10', stories: 1 }, { name: '2026-11', stories: 1 }]],
    ['2024-25', [{ name: '2025-07', stories: 1 }]],
  ])
  expect(await shown('2026', '10')).toEqual(['On Halloween'])
  expect(await shown('2026', '10', '31')).toEqual(['On Halloween'])
  expect(await shown('2026', '11')).toEqual(['After midnight'])
  expect(await shown('2025', '07', '31')).toEqual(['The last of July'])
  for (const none of [['2026', '11', '01'], ['2026', '12'], ['2025-26']] as [string, string?, string?][]) expect(await shown(...none)).toEqual({ kind: 'none' })
  expect(await shown('2026-27')).toMatchObject({ kind: 'year', months: expect.arrayContaining([{ name: '2026-10', stories: 1 }]) })
  const month = await readPeriod({ kind: 'month', text: '2026-11' }, null)
  expect(month.answer).toMatchObject({ days: expect.arrayContaining([{ name: '2026-11-03', stories: 1 }, { name: '2026-11-30', stories: 0 }]) })
  expect(month.answer.kind === 'stories' && month.answer.days).toHaveLength(30)
})
