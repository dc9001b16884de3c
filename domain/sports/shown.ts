import { nameFinder, type NameEntry } from '../opt-out.ts'
import { publicName, type BylineForm } from '../people.ts'
import type { GameResult, MeetEntry } from './result.ts'

/** How an athlete's name stands before readers; null: not at all. */
export type ShownAthlete = (name: string) => string | null

/**
 * Athletes are students who have not chosen to sign anything: the paper shows of their names no more than of its own staff's, and nothing of somebody on the
 * opt-out list, who may have been put there after the result was entered. Each asks for a whole name; a list of names is looked through once.
 */
export function athleteNames(form: BylineForm, optOuts: readonly NameEntry[]): ShownAthlete {
  const find = nameFinder(optOuts)
  return (name) => (name.trim() === '' || find(name).length > 0 ? null : publicName(name.trim(), form))
}

/** Two names on one side of a court, "A. Ruiz / B. Cho". */
const PAIR = /\s*[/&]\s*/

function shownPair(names: string, shown: ShownAthlete): string {
  return names.split(PAIR).flatMap((name) => shown(name) ?? []).join(' / ')
}

/** A leg keeps its place and time when its runner is not named. */
function shownEntry(entry: MeetEntry, shown: ShownAthlete): MeetEntry {
  return { ...entry, athletes: entry.athletes.map((name) => shown(name) ?? '') }
}

/** A result with the names that readers may see; '' where there is none. */
export function withShownAthletes<R extends GameResult>(result: R, shown: ShownAthlete): GameResult {
  if (result.form === 'matches') return { ...result, matches: result.matches.map((match) => ({ ...match, ours: shownPair(match.ours, shown), theirs: shownPair(match.theirs, shown) })) }
  if (result.form === 'meet') return { ...result, events: result.events.map((event) => ({ ...event, entries: event.entries.map((entry) => shownEntry(entry, shown)) })) }
  return result
}

/** Every name and title in a result, for whoever looks for names that must not stand there. */
export function textsOfResult(result: GameResult): string[] {
  if (result.form === 'matches') return result.matches.flatMap(({ name, ours, theirs }) => [name, ours, theirs])
  if (result.form === 'meet') return result.events.flatMap(({ name, entries }) => [name, ...entries.flatMap(({ athletes }) => athletes)])
  return []
}
