import { expect, test } from 'vitest'
import { asOwner, makeDatabase } from '#server/testing/database.ts'
import { seedLarge } from './large/paper.ts'

// The fewest of which each state has one.
const SMALL = { stories: 500, staff: 80 }

test('the large paper has every kind of story, keeps the rules of the database, and goes into an empty one only', async () => {
  const database = await makeDatabase()
  const steps: string[] = []
  await seedLarge(database.owner, async (name, work) => (steps.push(name), work()), { size: SMALL })
  expect(steps.length).toBeGreaterThan(4)
  const { rows } = await asOwner(database.owner, (client) => client.query<{ state: string; n: number }>('SELECT "state", count(*)::int AS n FROM "Story" GROUP BY 1'))
  expect(rows.map(({ state }) => state).toSorted()).toEqual(['APPROVED', 'DRAFT', 'EDITING', 'LIVE', 'REVIEW', 'WITHDRAWN'])
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(SMALL.stories)
  const orphans = await asOwner(database.owner, (client) => client.query(`SELECT 1 FROM "Story" WHERE "workingRevisionId" IS NULL OR ("state" = 'LIVE') <> ("liveRevisionId" IS NOT NULL)`))
  expect(orphans.rowCount).toBe(0)
  await expect(seedLarge(database.owner, async (_, work) => work(), { size: SMALL })).rejects.toThrow(/holds 500 stories/)
  await database.drop()
})
