import { paperLongDate, paperTime } from '../paper-date.ts'
import type { Language } from '../words/language.ts'
import { LOCALES } from '../words/language.ts'
import { wordsOf } from '../words/words.ts'
import { rulesOf, type Sport } from './kinds.ts'
import type { GameView, TeamHead } from './view.ts'

/** Scores in the words of a language. */

/** "Girls Varsity Soccer"; `short` leaves the level out where it is the first team's, "Girls Soccer". */
export function teamName({ gender, level, sport }: Pick<TeamHead, 'gender' | 'level' | 'sport'>, language: Language, { short } = { short: false }): string {
  const words = wordsOf(language).sports
  return (short ? words.shortTeamName : words.teamName)(gender === 'open' ? '' : words.gender[gender], words.level[level], words.sport[sport])
}

/** The day of a game on the paper's clocks, "Thu, Nov 19", as AP sets days and months in tables; `long` as in a text, with its year. */
export function gameDay({ at }: { at: string }, timeZone: string, language: Language, { long } = { long: false }): string {
  return long ? paperLongDate(at, { timeZone, language }) : new Intl.DateTimeFormat(LOCALES[language], { timeZone, weekday: 'short', month: 'short', day: 'numeric' }).format(new Date(at))
}

/** The time of a game, "6 p.m."; null where only its day is known. */
export function gameTime({ at, timed }: { at: string; timed: boolean }, timeZone: string, language: Language): string | null {
  return timed ? paperTime(at, { timeZone, language }) : null
}

/** Who plays against us, "Pine Ridge" or "Pine Ridge, Tidewater and Saint Brendan". */
export function opponentsText({ opponents }: Pick<GameView, 'opponents'>, language: Language): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(opponents.map(({ name }) => name))
}

/** What a game is called where lines are short: by its own name, or by its opponent with where it is, "at Pine Ridge". */
export function gameTitle(game: Pick<GameView, 'opponents' | 'name' | 'place'>, language: Language): string {
  const words = wordsOf(language).sports
  if (game.opponents.length !== 1 && game.name !== '') return game.name
  const opponents = opponentsText(game, language)
  return game.place === 'AWAY' ? words.at(opponents) : words.versus(opponents)
}

const ordinals = { en: new Intl.PluralRules('en-US', { type: 'ordinal' }) }
const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** A rank as results write it: "1st", in Spanish "1.º". */
export function rankText(rank: number, language: Language): string {
  return language === 'en' ? `${rank}${ENDINGS[ordinals.en.select(rank)] ?? 'th'}` : `${rank}.º`
}

/** What a game came to: "Won 3-1", "2nd of 5"; null before it was played. */
export function outcomeText({ outcome, result }: Pick<GameView, 'outcome' | 'result'>, language: Language): string | null {
  if (outcome === null || result === null) return null
  const words = wordsOf(language).sports
  const { winner, score, rank, of } = outcome
  if (winner === null || score === null) return rank === null ? words.final : words.placed(rankText(rank, language), String(of))
  const shootout = result.form === 'periods' && result.shootout !== null ? `, ${words.shootout(`${result.shootout.us}-${result.shootout.them}`)}` : ''
  return `${winner === 'us' ? words.won : winner === 'them' ? words.lost : words.tied} ${score.us}-${score.them}${shootout}`
}

/** What the columns of a line score are called: quarters, halves or innings, and what was played beyond them. */
export function periodNames(sport: Sport, count: number, language: Language): string[] {
  const words = wordsOf(language).sports
  const rules = rulesOf(sport)
  if (rules.form !== 'periods') return []
  return Array.from({ length: count }, (_, index) =>
    index < rules.periods || rules.period === 'inning' ? words[rules.period](String(index + 1)) : words.overtime(String(index + 1 - rules.periods)),
  )
}
