import { z } from 'zod'
import { askFor } from './use-answer.client.ts'

const lineSchema = z.object({ id: z.uuid(), label: z.string(), detail: z.string(), note: z.string() })
/** A game or a poll as lists of the editor show it. */
export type LiveLine = z.infer<typeof lineSchema>
const answerSchema = z.object({ found: z.array(lineSchema) })

/** What can be put in by an id: where it is found, and how the editor speaks of it. */
export const LIVE_KINDS = {
  scoreboard: { address: '/api/sports/games', attribute: 'gameId', title: 'Insert a score', label: 'Words of a team or opponent', hint: 'Readers see the score as it is then, also when it changes.', none: 'No game found.', make: { href: '/newsroom/sports', label: 'Open the sports desk' }, name: 'Score', about: 'the score', gone: 'This game is no longer there. Remove the block.' },
  poll: { address: '/api/polls/find', attribute: 'pollId', title: 'Insert a poll', label: 'Words of the question', hint: 'Make it first; readers see it with this story.', none: 'No poll found.', make: { href: '/newsroom/polls/new', label: 'Make a poll' }, name: 'Poll', about: 'the poll', gone: 'This poll is no longer there. Remove the block.' },
} as const
export type LiveKind = keyof typeof LIVE_KINDS

/** Games or polls that have these words, the newest first. */
export async function findLive(kind: LiveKind, query: string, signal: AbortSignal): Promise<LiveLine[]> {
  return (await askFor(`${LIVE_KINDS[kind].address}?${new URLSearchParams({ q: query }).toString()}`, answerSchema, signal)).found
}

/** One by its id; null where there is none. */
export async function liveLine(kind: LiveKind, id: string, signal: AbortSignal): Promise<LiveLine | null> {
  return (await askFor(`${LIVE_KINDS[kind].address}?${new URLSearchParams({ id }).toString()}`, answerSchema, signal)).found[0] ?? null
}
