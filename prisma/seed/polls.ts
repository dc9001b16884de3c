import 'server-only'
import { pollSchema } from '#domain/polls/poll.ts'
import { makePoll, vote } from '#server/polls/commands.ts'
import { db } from '#server/db.ts'
import type { Cast } from './demo-stories.ts'
import { done } from './done.ts'

/** A question for a demo story; its answers in the order of their places. */
export async function seedPoll({ writers }: Cast): Promise<{ pollId: string }> {
  const poll = pollSchema.parse({ question: 'When would you swim, if the choice were yours?', options: 'Saturdays at dawn\nWeekdays after school\nLunch, between classes\nNever before noon' })
  return done('Poll', await makePoll(writers.marlow, poll))
}

const VOTES = [7, 16, 4, 11]

/** Votes of readers, once the story with it is live. */
export async function seedVotes(pollId: string): Promise<void> {
  const options = await db().pollOption.findMany({ where: { pollId }, orderBy: { position: 'asc' }, select: { id: true } })
  for (const [index, { id }] of options.entries()) for (let count = 0; count < (VOTES[index] ?? 0); count += 1) done('Vote', await vote({ poll: pollId, option: id }))
}
