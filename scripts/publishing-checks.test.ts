import { expect, test } from 'vitest'
import { wallTimeOf } from '#domain/school-time.ts'
import { scheduleStory } from '#server/stories/timing/schedule.ts'
import { aStory, done } from '#server/testing/builders.ts'
import { asOwner } from '#server/testing/database.ts'
import { brokenRules } from './measure/publishing-checks.ts'

const owner = process.env.FP_TEST_OWNER_URL ?? ''
const broken = () => asOwner(owner, brokenRules)
const sql = (statement: string) => asOwner(owner, (client) => client.query(statement))

// What kill-publishing.ts looks for would be found.
test('a paper that is well breaks no rule, and each kind of damage breaks the right one', async () => {
  const [draft, live, planned] = [await aStory('DRAFT'), await aStory('LIVE'), await aStory('APPROVED')]
  await aStory('WITHDRAWN')
  done(await scheduleStory(planned.editor, { ...planned, ...wallTimeOf(new Date(Date.now() + 600_000), 'America/Los_Angeles'), which: 'second' }))
  expect(await broken()).toEqual([])

  await sql(`UPDATE "Story" SET "state" = 'EDITING' WHERE "id" = '${draft.storyId}'`)
  expect(await broken()).toEqual([expect.stringMatching(/^audit: a change of state has no event/)])
  await sql(`UPDATE "Story" SET "state" = 'DRAFT' WHERE "id" = '${draft.storyId}'`)

  await sql(`UPDATE "Story" SET "liveRevisionId" = NULL WHERE "id" = '${live.storyId}'`)
  expect(await broken()).toEqual([expect.stringMatching(/^half-published: state and live pointer/), expect.stringMatching(/^audit: the last publication/)])
  await sql(`UPDATE "Story" SET "liveRevisionId" = '${live.revisionId}' WHERE "id" = '${live.storyId}'`)

  await sql(`UPDATE pgboss.job SET state = 'cancelled'`)
  expect(await broken()).toEqual([expect.stringMatching(/^half-published: a plan stands without its job/)])
  await sql(`UPDATE "Schedule" SET "doneAt" = now()`)
  expect(await broken()).toEqual([expect.stringMatching(/^half-published: a plan was carried out without its event/)])

  await sql(`INSERT INTO "AuditEvent" ("kind", "storyId", "revisionId") VALUES ('story.publish', '${live.storyId}', '${live.revisionId}')`)
  expect(await broken()).toContainEqual(expect.stringMatching(/^published twice/))
})
