import { z } from 'zod'
import type { ResultForm } from './kinds.ts'
import { formatMark, MARK_UNITS, parseMark } from './marks.ts'

/** What a result may say, form by form. Kept as JSON, and read with these schemas on write and on read. Names of athletes are as typed: shown.ts makes what readers see. */

const points = z.number('Type a number.').int('Type a whole number.').min(0, 'A score is not below 0.').max(9999, 'This is too high for a score.')
const half = z.object({ us: points.nullable(), them: points.nullable() })
const score = z.object({ us: points, them: points })
export type Score = z.infer<typeof score>

const name = z.string().trim().max(80, 'Keep a name under 80 characters.')

const periodsSchema = z.object({
  form: z.literal('periods'),
  final: score,
  /** In their order, extra time included; null: this half of an inning was not played. Empty: only the final score is known. */
  periods: z.array(half).max(30, 'These are too many periods.'),
  /** What broke a tie: penalties, a shootout. */
  shootout: score.nullable(),
})
const setsSchema = z.object({ form: z.literal('sets'), sets: z.array(score).min(1, 'Enter at least one set.').max(5, 'A match has at most five sets.') })

const matchSchema = z.object({
  name: z.string().trim().min(1, 'Name the match, such as “Singles 1”.').max(40, 'Keep it under 40 characters.'),
  ours: name,
  theirs: name,
  sets: z.array(score).max(5, 'A match has at most five sets.'),
  /** Who won a match that was not played to its end; null: the sets tell. */
  given: z.enum(['us', 'them']).nullable(),
})
const matchesSchema = z.object({ form: z.literal('matches'), matches: z.array(matchSchema).min(1, 'Enter at least one match.').max(30, 'These are too many matches.') })

/** `us`, or the id of one of the game's opponents. */
const meetTeam = z.union([z.literal('us'), z.uuid('Choose a team.')])
const meetPoints = z.number('Type a number.').min(0, 'Points are not below 0.').max(99999, 'This is too high.').nullable()
const place = z.number('Type the place as a number.').int('Type the place as a number.').min(1, 'Places begin at 1.').max(2000, 'This is too high for a place.').nullable()
const mark = z.string().trim().max(20, 'Keep a mark under 20 characters.')

const entrySchema = z.object({
  team: meetTeam,
  place,
  /** One name, or in a relay one a leg. */
  athletes: z.array(name.min(1, 'Enter a name.')).max(8, 'A relay has at most eight legs.'),
  /** '' where none was taken. */
  mark,
  /** Times of the legs of a relay, in their order; empty where they were not taken. */
  splits: z.array(mark).max(8, 'A relay has at most eight legs.'),
  points: meetPoints,
})
const eventSchema = z.object({
  name: z.string().trim().min(1, 'Name the event, such as “200 free”.').max(60, 'Keep it under 60 characters.'),
  unit: z.enum(MARK_UNITS),
  relay: z.boolean(),
  entries: z.array(entrySchema).min(1, 'Enter at least one athlete or relay.').max(60, 'These are too many lines for one event.'),
})
const meetSchema = z.object({
  form: z.literal('meet'),
  /** Points of the teams; null where only the events are known, whose points are added up then. */
  teams: z.array(z.object({ team: meetTeam, points: meetPoints })).max(40, 'These are too many teams.'),
  events: z.array(eventSchema).max(60, 'These are too many events.'),
})

export type PeriodsResult = z.infer<typeof periodsSchema>
export type SetsResult = z.infer<typeof setsSchema>
export type MatchesResult = z.infer<typeof matchesSchema>
export type Match = z.infer<typeof matchSchema>
export type MeetResult = z.infer<typeof meetSchema>
export type MeetEvent = z.infer<typeof eventSchema>
export type MeetEntry = z.infer<typeof entrySchema>
export type MeetTeam = z.infer<typeof meetTeam>
export type GameResult = PeriodsResult | SetsResult | MatchesResult | MeetResult

/** The shape alone; what makes sense in which game, resultProblems says (checks.ts). */
export const resultSchema: z.ZodType<GameResult> = z.discriminatedUnion('form', [periodsSchema, setsSchema, matchesSchema, meetSchema])

/** A result as it lies in the database; null: none, or of a form that its sport does not have. */
export function storedResult(value: unknown, form: ResultForm): GameResult | null {
  const parsed = resultSchema.safeParse(value)
  return parsed.success && parsed.data.form === form ? parsed.data : null
}

/** The same result with every mark written in one way. Marks that are none stay as they are: checks.ts refuses them. */
export function withPlainMarks(result: GameResult): GameResult {
  if (result.form !== 'meet') return result
  const events = result.events.map((event) => {
    const plain = (text: string) => {
      const read = text === '' ? null : parseMark(text, event.unit)
      return read === null ? text : formatMark(read)
    }
    return { ...event, entries: event.entries.map((entry) => ({ ...entry, mark: plain(entry.mark), splits: entry.splits.map(plain) })) }
  })
  return { ...result, events }
}
