import { z } from 'zod'

/** A question to readers with a few answers to choose from. Only counts are kept: no vote has a row, a time or a name. */

export const MIN_OPTIONS = 2
export const MAX_OPTIONS = 8

/** Answers, one a line. */
const optionLines = z
  .string()
  .transform((text) => text.split('\n').map((line) => line.trim().replace(/\s+/g, ' ')).filter((line) => line !== ''))
  .refine((lines) => lines.length >= MIN_OPTIONS && lines.length <= MAX_OPTIONS, `Write ${MIN_OPTIONS} to ${MAX_OPTIONS} answers, one a line.`)
  .refine((lines) => lines.every((line) => line.length <= 120), 'Keep each answer under 120 characters.')
  .refine((lines) => new Set(lines.map((line) => line.toLowerCase())).size === lines.length, 'Two answers are the same.')

/** What the form takes; the times are those of the paper's clocks, '' = from its publication, or until somebody closes it. */
const wall = (message: string) => z.string().regex(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, message).default('')
export const pollSchema = z.object({
  question: z.string().trim().min(1, 'Write the question.').max(200, 'Keep the question under 200 characters.'),
  options: optionLines,
  opens: wall('Choose a day and a time, or leave it empty.'),
  closes: wall('Choose a day and a time, or leave it empty.'),
})
export type PollInput = z.output<typeof pollSchema>
const version = z.coerce.number().int().positive()
export const changePollSchema = pollSchema.extend({ pollId: z.uuid(), version })
export const onePollSchema = z.object({ pollId: z.uuid(), version })
export const voteSchema = z.object({ poll: z.uuid(), option: z.uuid('Choose an answer.') })

export type PollState = 'before' | 'open' | 'closed'

/** How a poll stands at an instant. `closedAt`: when somebody closed it, or when its time was over. */
export function pollState({ opensAt, closesAt, closedAt }: { opensAt: Date | null; closesAt: Date | null; closedAt: Date | null }, now: Date): PollState {
  if (closedAt !== null || (closesAt !== null && closesAt <= now)) return 'closed'
  return opensAt !== null && opensAt > now ? 'before' : 'open'
}

export type PollRow = { text: string; votes: number; percent: number }
export type PollFigures = { rows: PollRow[]; total: number }

/** The counts with their shares in whole percent, which add up to 100: what rounding leaves over goes to the largest remainders. */
export function figuresOf(options: readonly { text: string; votes: number }[]): PollFigures {
  const total = options.reduce((sum, { votes }) => sum + votes, 0)
  const exact = options.map(({ votes }) => (total === 0 ? 0 : (votes * 100) / total))
  const floors = exact.map(Math.floor)
  const left = total === 0 ? 0 : 100 - floors.reduce((sum, share) => sum + share, 0)
  const raised = new Set(exact.map((share, index) => ({ index, rest: share - Math.floor(share) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left).map(({ index }) => index))
  return { rows: options.map(({ text, votes }, index) => ({ text, votes, percent: (floors[index] ?? 0) + (raised.has(index) ? 1 : 0) })), total }
}

/** A poll as a story shows it: the same for everybody. `figures` null: it is still to be voted on. Times are ISO 8601. */
export type PollView = { id: string; question: string; options: { id: string; text: string }[]; state: PollState; opensAt: string | null; closesAt: string | null; figures: PollFigures | null }
