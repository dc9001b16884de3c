/** How the result of a sport is written: a score by periods, sets, matches on courts, or a meet of events and places. */
export type ResultForm = 'periods' | 'sets' | 'matches' | 'meet'

/**
 * `period`: what a game is divided into, and how many there are without extra time; `bestOf`: the most sets of a match; `lowWins`: whether the team with
 * fewer points wins a meet; `unit`: what marks of a meet usually are.
 */
type Rules =
  | { form: 'periods'; period: 'quarter' | 'half' | 'inning' | 'period'; periods: number }
  | { form: 'sets'; bestOf: number }
  | { form: 'matches'; bestOf: number }
  | { form: 'meet'; lowWins: boolean; unit: 'time' | 'points' }

/** The sports that a desk can keep, after the rules of American high schools (NFHS). */
export const SPORTS = {
  football: { form: 'periods', period: 'quarter', periods: 4 },
  flagFootball: { form: 'periods', period: 'half', periods: 2 },
  basketball: { form: 'periods', period: 'quarter', periods: 4 },
  soccer: { form: 'periods', period: 'half', periods: 2 },
  baseball: { form: 'periods', period: 'inning', periods: 7 },
  softball: { form: 'periods', period: 'inning', periods: 7 },
  fieldHockey: { form: 'periods', period: 'quarter', periods: 4 },
  iceHockey: { form: 'periods', period: 'period', periods: 3 },
  lacrosse: { form: 'periods', period: 'quarter', periods: 4 },
  waterPolo: { form: 'periods', period: 'quarter', periods: 4 },
  volleyball: { form: 'sets', bestOf: 5 },
  tennis: { form: 'matches', bestOf: 3 },
  badminton: { form: 'matches', bestOf: 3 },
  crossCountry: { form: 'meet', lowWins: true, unit: 'time' },
  trackAndField: { form: 'meet', lowWins: false, unit: 'time' },
  swimming: { form: 'meet', lowWins: false, unit: 'time' },
  golf: { form: 'meet', lowWins: true, unit: 'points' },
  gymnastics: { form: 'meet', lowWins: false, unit: 'points' },
  wrestling: { form: 'meet', lowWins: false, unit: 'points' },
} as const satisfies Record<string, Rules>

export type Sport = keyof typeof SPORTS
export const SPORT_KEYS = Object.keys(SPORTS).filter((key): key is Sport => Object.hasOwn(SPORTS, key))

/** The rules of a sport, whichever it is. */
export function rulesOf(sport: Sport): Rules {
  return SPORTS[sport]
}

export const LEVELS = ['varsity', 'juniorVarsity', 'frosh', 'middle', 'club'] as const
export type Level = (typeof LEVELS)[number]
export const GENDERS = ['girls', 'boys', 'open'] as const
export type Gender = (typeof GENDERS)[number]
/** A team's colour is a rule beside its name and never text, so that it needs no contrast with the paper. */
export const TEAM_COLOURS = ['red', 'orange', 'gold', 'green', 'teal', 'blue', 'navy', 'purple', 'maroon', 'black'] as const
export type TeamColour = (typeof TEAM_COLOURS)[number]
export const PLACES = ['HOME', 'AWAY', 'NEUTRAL'] as const
export type Place = (typeof PLACES)[number]
/** Whether a game is on. One that has a result was played, whatever was announced. */
export const CALLS = ['ON', 'POSTPONED', 'CANCELLED'] as const
export type Call = (typeof CALLS)[number]
