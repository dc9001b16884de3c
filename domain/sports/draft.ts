import { rulesOf, type Sport } from './kinds.ts'
import type { GameResult, MatchesResult, MeetResult, PeriodsResult, SetsResult } from './result.ts'

/** A result while it is typed: numbers are texts, what is still empty is there, names of a relay stand in one line. */

type Drafted<T> = [T] extends [number | null] ? string : T extends readonly (infer One)[] ? Drafted<One>[] : T extends object ? { [Key in keyof T]: Drafted<T[Key]> } : T
export type PeriodsDraft = Drafted<PeriodsResult>
export type SetsDraft = Drafted<SetsResult>
export type MatchesDraft = Drafted<MatchesResult>
export type MeetDraft = Drafted<MeetResult>
export type ResultDraft = PeriodsDraft | SetsDraft | MatchesDraft | MeetDraft
export type ScoreDraft = { us: string; them: string }
export type MatchDraft = MatchesDraft['matches'][number]
export type EventDraft = MeetDraft['events'][number]
export type EntryDraft = EventDraft['entries'][number]

const NUMBERS = new Set(['us', 'them', 'points', 'place'])
const empty = (): ScoreDraft => ({ us: '', them: '' })
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: Math.max(0, count) }, (_, index) => make(index))

export const emptyEntry = (): EntryDraft => ({ team: 'us', place: '', athletes: [''], mark: '', splits: [''], points: '' })
export const emptyEvent = (unit: EventDraft['unit']): EventDraft => ({ name: '', unit, relay: false, entries: [emptyEntry()] })
export const emptyMatch = (name: string): MatchDraft => ({ name, ours: '', theirs: '', sets: times(3, empty), given: null })

/** What the form begins with. `opponents`: the ids of who plays against us. */
export function emptyDraft(sport: Sport, opponents: readonly string[]): ResultDraft {
  const rules = rulesOf(sport)
  switch (rules.form) {
    case 'periods':
      return { form: 'periods', final: empty(), periods: times(rules.periods, empty), shootout: null }
    case 'sets':
      return { form: 'sets', sets: times(rules.bestOf, empty) }
    case 'matches':
      return { form: 'matches', matches: [...times(3, (index) => emptyMatch(`Singles ${index + 1}`)), ...times(2, (index) => emptyMatch(`Doubles ${index + 1}`))] }
    case 'meet':
      return { form: 'meet', teams: ['us', ...opponents].map((team) => ({ team, points: '' })), events: [] }
  }
}

const texts = (score: { us: number | null; them: number | null }): ScoreDraft => ({ us: score.us === null ? '' : String(score.us), them: score.them === null ? '' : String(score.them) })
const text = (value: number | null) => (value === null ? '' : String(value))
const padded = (list: ScoreDraft[], least: number) => [...list, ...times(least - list.length, empty)]

/** A result to be changed. */
export function draftOf(result: GameResult, sport: Sport, opponents: readonly string[]): ResultDraft {
  const rules = rulesOf(sport)
  switch (result.form) {
    case 'periods':
      return { ...result, final: texts(result.final), periods: padded(result.periods.map(texts), rules.form === 'periods' ? rules.periods : 0), shootout: result.shootout === null ? null : texts(result.shootout) }
    case 'sets':
      return { ...result, sets: padded(result.sets.map(texts), rules.form === 'sets' ? rules.bestOf : 0) }
    case 'matches':
      return { ...result, matches: result.matches.map((match) => ({ ...match, sets: padded(match.sets.map(texts), 3) })) }
    case 'meet': {
      const teams = ['us', ...opponents].map((team) => ({ team, points: text(result.teams.find((one) => one.team === team)?.points ?? null) }))
      const events = result.events.map((event) => ({
        ...event,
        entries: event.entries.map((entry) => ({ ...entry, place: text(entry.place), points: text(entry.points), athletes: [entry.athletes.join(', ')], splits: [entry.splits.join(', ')] })),
      }))
      return { ...result, teams, events }
    }
  }
}

const isBlank = ({ us, them }: ScoreDraft) => us.trim() === '' && them.trim() === ''

/** Without what is empty at the end: boxes that nobody filled in. */
function filled(scores: readonly ScoreDraft[]): ScoreDraft[] {
  return scores.slice(0, scores.findLastIndex((score) => !isBlank(score)) + 1)
}

const inLine = (line: string) => line.split(/[,;\n]/).map((part) => part.trim()).filter((part) => part !== '')

function withoutBlanks(draft: ResultDraft): ResultDraft {
  switch (draft.form) {
    case 'periods':
      return { ...draft, periods: filled(draft.periods), shootout: draft.shootout === null || isBlank(draft.shootout) ? null : draft.shootout }
    case 'sets':
      return { ...draft, sets: filled(draft.sets) }
    case 'matches':
      return { ...draft, matches: draft.matches.map((match) => ({ ...match, sets: filled(match.sets) })).filter(({ ours, theirs, sets, given }) => ours.trim() !== '' || theirs.trim() !== '' || sets.length > 0 || given !== null) }
    case 'meet':
      return {
        ...draft,
        events: draft.events.map((event) => ({
          ...event,
          entries: event.entries.map((entry) => {
            const athletes = (entry.athletes[0] ?? '').trim()
            return { ...entry, athletes: event.relay ? inLine(athletes) : athletes === '' ? [] : [athletes], splits: event.relay ? inLine(entry.splits[0] ?? '') : [] }
          }),
        })),
      }
  }
}

function withNumbers(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => withNumbers(one))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withNumbers(inner, name)]))
  if (typeof value === 'string' && NUMBERS.has(key)) return value.trim() === '' ? null : Number(value)
  return value
}

/** What was typed, as JSON for resultSchema (result.ts), which says what is wrong with it. */
export function typedResult(draft: ResultDraft): unknown {
  return withNumbers(withoutBlanks(draft))
}

/** The place in the form that a problem of a result stands beside: both boxes of a score are one place, and so are the names of a relay. */
export function placeOfProblem(path: string): string {
  return path.replace(/^result\.?/, '').replace(/\.(us|them)$/, '').replace(/\.(athletes|splits)\.\d+$/, '.$1').replace(/^teams\.(\d+)\.points$/, 'teams.$1')
}
