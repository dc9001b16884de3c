import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { db } from '../../db.ts'
import { runQueue } from '../../jobs/schedule.ts'
import { approvedAgain, done } from '../../testing/builders.ts'
import { asOwner, waitsForLock } from '../../testing/database.ts'
import { publishRevision } from '../moves.ts'
import { readAddress } from '../reader-views.ts'
import { saveDraft } from '../save.ts'
import { carryOut } from './carry-out.ts'
import { scheduleStory } from './schedule.ts'

/** New versions of stories that readers see already, at a planned minute. */

const itIs = (at: string) => void (process.env.FP_TEST_CLOCK = String(new Date(at).getTime() - Date.now()))
const owner = (sql: string) => asOwner(process.env.FP_TEST_OWNER_URL ?? '', (client) => client.query(sql))
const THREE = { date: '2037-01-12', time: '15:00' }
const THREE_UTC = '2037-01-12T23:00:00Z'
const NOTE = 'The first version misspelt the name of the road. It is Quarry Road.'
const CORRECTION: LiveChange = { kind: 'CORRECTION', note: NOTE }

type Again = Awaited<ReturnType<typeof approvedAgain>>
const schedule = (actor: Actor, { next }: Again, change?: LiveChange) => scheduleStory(actor, { ...next, ...THREE, ...(change === undefined ? {} : { change }) })
const problem = (result: { ok: boolean; problems?: { field?: string; message: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ field, message }) => `${field ?? ''}: ${message}`).join(' '))
const kinds = async (storyId: string) => (await db().auditEvent.findMany({ where: { storyId }, orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)

async function shown(storyId: string) {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true } })
  const { answer } = await readAddress(sectionSlug, slug)
  return answer.kind === 'story' ? { deck: answer.story.deck, notes: answer.story.corrections.map(({ kind, text }) => `${kind}: ${text}`) } : null
}

beforeEach(async () => {
  itIs('2037-01-12T18:00:00Z')
  await owner('DELETE FROM pgboss.job')
})
afterEach(() => void (process.env.FP_TEST_CLOCK = '0'))

test('cannot be planned without saying what it is, nor a correction without saying what was wrong', async () => {
  const story = await approvedAgain()
  expect(problem(await schedule(story.adviser, story))).toMatch(/^change: Readers see this story already/)
  expect(problem(await schedule(story.adviser, story, { kind: 'CORRECTION', note: '' }))).toMatch(/^note: /)
  // A note for readers takes the last word, which an editor does not have here; a typo takes none.
  expect(problem(await schedule(story.editor, story, CORRECTION))).not.toBe('it worked')
  expect(await db().schedule.count({ where: { storyId: story.storyId } })).toBe(0)
  done(await schedule(story.editor, story, { kind: 'TYPO', note: '' }))
})

test('goes live with its note at its minute, once, and not before', async () => {
  const story = await approvedAgain()
  done(await schedule(story.adviser, story, CORRECTION))
  expect(await shown(story.storyId)).toEqual({ deck: story.content.deck, notes: [] })
  const { id } = await db().schedule.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
  itIs(THREE_UTC)
  await Promise.all([...Array.from({ length: 4 }, () => carryOut(id, new Date(THREE_UTC))), runQueue(), runQueue()])
  expect(await shown(story.storyId)).toEqual({ deck: 'Put right.', notes: [`CORRECTION: ${NOTE}`] })
  expect((await kinds(story.storyId)).slice(-4)).toEqual(['story.schedule', 'correction.published', 'story.corrected', 'story.publish'])
  const [note] = await db().correction.findMany({ where: { storyId: story.storyId } })
  expect(note).toMatchObject({ publishedById: story.adviser.userId, revisionId: story.next.revisionId })
})

test('a typo is recorded without a note', async () => {
  const story = await approvedAgain()
  done(await schedule(story.editor, story, { kind: 'TYPO', note: '' }))
  itIs(THREE_UTC)
  await runQueue()
  expect(await shown(story.storyId)).toEqual({ deck: 'Put right.', notes: [] })
  expect((await kinds(story.storyId)).slice(-2)).toEqual(['story.typoFixed', 'story.publish'])
})

test('an edit or a publication by hand takes plan and note back', async () => {
  const edited = await approvedAgain()
  done(await schedule(edited.adviser, edited, CORRECTION))
  const { version } = await db().story.findUniqueOrThrow({ where: { id: edited.storyId }, select: { version: true } })
  done(await saveDraft(edited.editor, { storyId: edited.storyId, version, content: { ...edited.content, deck: 'Again.' } }))
  const published = await approvedAgain()
  done(await schedule(published.adviser, published, CORRECTION))
  done(await publishRevision(published.editor, { ...published.next, change: { kind: 'TYPO', note: '' } }))
  itIs(THREE_UTC)
  await runQueue()
  expect(await shown(edited.storyId)).toEqual({ deck: edited.content.deck, notes: [] })
  expect(await shown(published.storyId)).toEqual({ deck: 'Put right.', notes: [] })
})

test('what was said with a plan cannot be changed afterwards', async () => {
  const story = await approvedAgain()
  done(await schedule(story.adviser, story, CORRECTION))
  await expect(owner(`UPDATE "Schedule" SET "changeNote" = 'Another.' WHERE "storyId" = '${story.storyId}'`)).rejects.toThrow(/names what was planned/)
})

test('waits for whoever changes its planner’s account before it takes the story, so that nobody waits for each other', async () => {
  const story = await approvedAgain()
  done(await schedule(story.adviser, story, CORRECTION))
  const { id } = await db().schedule.findFirstOrThrow({ where: { storyId: story.storyId }, select: { id: true } })
  let carried: Promise<unknown> | undefined
  await db().$transaction(async (tx) => {
    // As the year's end does it: accounts, then the stories of those who leave.
    await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${story.adviser.userId}::uuid FOR UPDATE`
    carried = carryOut(id, new Date(THREE_UTC))
    await waitsForLock()
    await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${story.storyId}::uuid FOR UPDATE`
  }, { timeout: 15_000 })
  await carried
  expect(await shown(story.storyId)).toEqual({ deck: 'Put right.', notes: [`CORRECTION: ${NOTE}`] })
})
