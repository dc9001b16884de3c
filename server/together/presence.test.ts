import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { db } from '../db.ts'
import { runUpkeep } from '../jobs/schedule.ts'
import { storyList } from '../stories/lists.ts'
import { waitingFor } from '../stories/waiting.ts'
import { anActor, aStory } from '../testing/builders.ts'
import { openSynced, serveTogether, until } from '../testing/together.ts'

const server = await serveTogether()
afterAll(() => server.close())

test('the list of stories says who has one open, until they leave', async () => {
  const { storyId, writer, editor, adviser } = await aStory('REVIEW')
  const present = async (actor: typeof writer) => (await storyList(actor, {})).lines.find(({ id }) => id === storyId)?.present
  const [hers, his, again] = [
    await openSynced({ port: server.port, actor: writer, storyId }),
    await openSynced({ port: server.port, actor: editor, storyId }),
    await openSynced({ port: server.port, actor: editor, storyId }),
  ]
  await until(async () => (await db().presence.count({ where: { storyId } })) === 3)
  expect((await present(adviser))?.toSorted()).toEqual([writer.name, editor.name].toSorted())
  expect(await present(writer)).toEqual([editor.name])
  expect((await waitingFor(adviser)).find(({ id }) => id === storyId)?.present).toHaveLength(2)
  his.close()
  again.close()
  await until(async () => (await db().presence.count({ where: { storyId } })) === 1)
  expect(await present(adviser)).toEqual([writer.name])
  hers.close()
  await until(async () => (await db().presence.count({ where: { storyId } })) === 0)
})

test('what a killed server left behind is not shown, and swept', async () => {
  const { storyId } = await aStory('DRAFT')
  const reader = await anActor('EDITOR')
  const { userId } = await anActor('EDITOR')
  const now = Date.now()
  await db().presence.create({ data: { id: randomUUID(), storyId, userId, seenAt: new Date(now - 41_000) } })
  const fresh = await db().presence.create({ data: { id: randomUUID(), storyId, userId, seenAt: new Date(now - 20_000) } })
  expect((await storyList(reader, {})).lines.find(({ id }) => id === storyId)?.present).toHaveLength(1)
  await runUpkeep(new Date(now))
  expect(await db().presence.findMany({ where: { storyId }, select: { id: true } })).toEqual([{ id: fresh.id }])
})
