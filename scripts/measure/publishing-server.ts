import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '#domain/people.ts'
import { wallTimeOf } from '#domain/school-time.ts'
import type { StoryContent } from '#domain/story.ts'
import { timeNow } from '#server/clock.ts'
import { runQueue, runUpkeep } from '#server/jobs/schedule.ts'
import { createStory } from '#server/stories/commands.ts'
import { approveRevision, publishRevision, sendBack, sendOn, submitStory, withdrawStory } from '#server/stories/moves.ts'
import { saveDraft } from '#server/stories/save.ts'
import { scheduleStory, scheduleUnpublish } from '#server/stories/timing/schedule.ts'

/**
 * What kill-publishing.ts kills: a process that decides, publishes and schedules without a pause, through the commands, and works off
 * the queue in two ticks at once. Its clock runs 600 times as fast, so that a planned minute comes in a tenth of a second. Says
 * `acknowledged` with the audit event that must be there from then on.
 */
type Setup = { began: number; zone: string; people: { writer: Actor; editor: Actor; adviser: Actor }; content: StoryContent; makers: number }
export type Acknowledged = { kind: string; storyId: string; revisionId: string }

const SPEED = 600
let making = true

process.once('message', (setup: Setup) => {
  setInterval(() => (process.env.FP_TEST_CLOCK = String((Date.now() - setup.began) * (SPEED - 1))), 5)
  for (let maker = 0; maker < setup.makers; maker += 1) void make(setup)
  for (const tick of [runQueue, runQueue, () => runUpkeep(new Date())]) void repeat(tick)
  process.on('message', () => (making = false))
  process.send?.('ready')
})
process.on('disconnect', () => process.exit(0))
process.send?.('loaded')

/** Again and again, also while the database is away. */
async function repeat(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    await work().catch(() => undefined)
    await pause(50)
  }
}

async function make(setup: Setup): Promise<void> {
  for (; making; await pause(20)) await oneStory(setup).catch(() => pause(200))
}

function acknowledge<T extends { ok: boolean }>(kind: string, decision: { storyId: string; revisionId: string }, result: T): T {
  if (result.ok) process.send?.({ kind, ...decision } satisfies Acknowledged)
  return result
}

/** The next minute but one or two, as the clocks show it. */
function soon(zone: string) {
  return wallTimeOf(new Date(timeNow().getTime() + (1 + Math.random() * 2) * 120_000), zone)
}

async function oneStory({ zone, people: { writer, editor, adviser }, content }: Setup): Promise<void> {
  const started = await createStory(writer, { content: { ...content, slug: `kept-${crypto.randomUUID()}` } })
  if (!started.ok) return
  const decision = { storyId: started.storyId, revisionId: started.revisionId }
  acknowledge('story.submit', decision, await submitStory(writer, decision))
  acknowledge('story.sendOn', decision, await sendOn(editor, decision))
  if (Math.random() < 0.1) return void acknowledge('story.sendBack', decision, await sendBack(adviser, { ...decision, notes: 'Once more.', request: 'SUGGESTION', reason: '' }))
  acknowledge('story.approve', decision, await approveRevision(adviser, decision))
  const way = Math.random()
  if (way < 0.3) {
    acknowledge('story.publish', decision, await publishRevision(editor, decision))
    if (way < 0.1) acknowledge('story.withdraw', decision, await withdrawStory(adviser, { ...decision, reason: 'Over.' }))
    else if (way < 0.2) acknowledge('story.scheduleUnpublish', decision, await scheduleUnpublish(adviser, { ...decision, ...soon(zone), reason: 'Over.' }))
    return
  }
  acknowledge('story.schedule', decision, await scheduleStory(editor, { ...decision, ...soon(zone) }))
  // Just as its minute comes, somebody publishes it by hand or edits it.
  if (way < 0.7) await pause(Math.random() * 500)
  if (way < 0.5) acknowledge('story.publish', decision, await publishRevision(editor, decision))
  else if (way < 0.7) await saveDraft(editor, { storyId: decision.storyId, version: 1, content: { ...content, deck: 'Changed at the last moment.' } })
}
