import type { Problem } from '../result.ts'
import { rulesOf, type Sport } from './kinds.ts'
import { parseMark, type MarkUnit } from './marks.ts'
import type { GameResult, MatchesResult, MeetEvent, MeetResult, PeriodsResult, Score, SetsResult } from './result.ts'

/** What is wrong with a result, in words beside the field that it is wrong in. Fields are named as the form sends them, by their path in the result. */

const problem = (field: string, message: string): Problem => ({ field, message })

function periodProblems({ final, periods, shootout }: PeriodsResult, innings: boolean): Problem[] {
  const found: Problem[] = []
  const sum = (side: 'us' | 'them') => periods.reduce((total, period) => total + (period[side] ?? 0), 0)
  periods.forEach((period, index) => {
    const open = period.us === null || period.them === null
    if (open && (!innings || index !== periods.length - 1 || (period.us === null && period.them === null))) found.push(problem(`periods.${index}`, 'Enter both scores. Only a half of the last inning can stay empty.'))
  })
  if (periods.length > 0 && found.length === 0 && (sum('us') !== final.us || sum('them') !== final.them)) {
    found.push(problem('final', `The periods add up to ${sum('us')}–${sum('them')}, but the final score says ${final.us}–${final.them}. Correct one of them.`))
  }
  if (shootout !== null && final.us !== final.them) found.push(problem('shootout', 'There is a shootout only after a tie. Clear it, or correct the final score.'))
  if (shootout !== null && shootout.us === shootout.them) found.push(problem('shootout', 'A shootout has a winner.'))
  return found
}

/** Sets in the order in which they were played: none is tied, and nobody plays on when the match is won. */
function setProblems(sets: readonly Score[], bestOf: number, at: string): Problem[] {
  const needed = Math.ceil(bestOf / 2)
  const found: Problem[] = []
  const won = { us: 0, them: 0 }
  sets.forEach((set, index) => {
    if (set.us === set.them) found.push(problem(`${at}.${index}`, `Set ${index + 1} is tied, but a set has a winner.`))
    else if (Math.max(won.us, won.them) >= needed) found.push(problem(`${at}.${index}`, `The match was won after set ${index}. Take set ${index + 1} out, or correct the sets before it.`))
    else won[set.us > set.them ? 'us' : 'them'] += 1
  })
  return found
}

const wonSets = (sets: readonly Score[]) => ({ us: sets.filter(({ us, them }) => us > them).length, them: sets.filter(({ us, them }) => them > us).length })

function setsProblems({ sets }: SetsResult, bestOf: number): Problem[] {
  const found = setProblems(sets, bestOf, 'sets')
  const { us, them } = wonSets(sets)
  // Younger teams play best of three, so two won sets may do.
  if (found.length === 0 && (us === them || Math.max(us, them) < 2)) found.push(problem('sets', `At ${us}–${them} in sets nobody has won yet. Enter the sets that are missing.`))
  return found
}

function matchProblems({ matches }: MatchesResult, bestOf: number): Problem[] {
  return matches.flatMap(({ sets, given }, index) => {
    const found = setProblems(sets, bestOf, `matches.${index}.sets`)
    const { us, them } = wonSets(sets)
    if (found.length === 0 && given === null && us === them) found.push(problem(`matches.${index}.sets`, sets.length === 0 ? 'Enter the sets, or say who won without playing it out.' : `At ${us}–${them} in sets nobody has won. Enter the missing set, or say who won.`))
    return found
  })
}

const EXAMPLES: Record<MarkUnit, string> = { time: '1:52.30 or 18:41', metric: '6.42', imperial: '5-10.5', points: '38' }

function eventProblems(event: MeetEvent, at: string): Problem[] {
  const isMark = (text: string) => text === '' || parseMark(text, event.unit) !== null
  return event.entries.flatMap((entry, index) => {
    const line = `${at}.entries.${index}`
    return [
      ...(isMark(entry.mark) ? [] : [problem(`${line}.mark`, `“${entry.mark}” is no mark. Write it like ${EXAMPLES[event.unit]}, or leave it empty.`)]),
      ...(entry.place === null && entry.mark === '' ? [problem(`${line}.place`, 'Enter a place or a mark.')] : []),
      ...(!event.relay && entry.athletes.length > 1 ? [problem(`${line}.athletes`, 'Only a relay has several athletes.')] : []),
      ...(!event.relay && entry.splits.length > 0 ? [problem(`${line}.splits`, 'Only a relay has legs.')] : []),
      ...(entry.splits.length > 0 && (entry.splits.length !== entry.athletes.length || !entry.splits.every((split) => split !== '' && isMark(split))) ? [problem(`${line}.splits`, `Give each leg its time, like ${EXAMPLES[event.unit]}, or none.`)] : []),
    ]
  })
}

function meetProblems({ teams, events }: MeetResult, opponents: readonly string[]): Problem[] {
  const known = (team: string) => team === 'us' || opponents.includes(team)
  const found = events.flatMap((event, index) => [
    ...eventProblems(event, `events.${index}`),
    ...event.entries.flatMap(({ team }, line) => (known(team) ? [] : [problem(`events.${index}.entries.${line}.team`, 'This team is not at the meet. Choose another one.')])),
  ])
  teams.forEach(({ team }, index) => {
    if (!known(team)) found.push(problem(`teams.${index}`, 'This team is not at the meet.'))
    if (teams.findIndex((one) => one.team === team) !== index) found.push(problem(`teams.${index}`, 'This team stands here twice.'))
  })
  if (events.length === 0 && teams.every((team) => team.points === null)) found.push(problem('teams', 'Enter the points of the teams, or at least one event.'))
  return found
}

/** Everything that keeps a result from being kept. `opponents`: the ids of who played against us; empty = it is right. */
export function resultProblems(result: GameResult, sport: Sport, opponents: readonly string[]): Problem[] {
  const rules = rulesOf(sport)
  switch (result.form) {
    case 'periods':
      return rules.form === 'periods' ? periodProblems(result, rules.period === 'inning') : [OTHER_FORM]
    case 'sets':
      return rules.form === 'sets' ? setsProblems(result, rules.bestOf) : [OTHER_FORM]
    case 'matches':
      return rules.form === 'matches' ? matchProblems(result, rules.bestOf) : [OTHER_FORM]
    case 'meet':
      return rules.form === 'meet' ? meetProblems(result, opponents) : [OTHER_FORM]
  }
}

const OTHER_FORM: Problem = { message: 'A result of this sport looks different. Load the page again.' }
