import type { Winner } from './outcome.ts'

/** Wins, losses and ties. */
export type Record3 = { wins: number; losses: number; ties: number }

/** What games come to; one without a winner counts for nothing. */
export function recordOf(winners: readonly (Winner | null)[]): Record3 {
  const count = (kind: Winner) => winners.filter((winner) => winner === kind).length
  return { wins: count('us'), losses: count('them'), ties: count('tie') }
}

/** "12-3", and with ties "12-3-1". */
export function recordText({ wins, losses, ties }: Record3): string {
  return ties === 0 ? `${wins}-${losses}` : `${wins}-${losses}-${ties}`
}

/** Whether there is a record to tell: meets of many teams are placed, not won or lost. */
export function hasRecord({ wins, losses, ties }: Record3): boolean {
  return wins + losses + ties > 0
}

/** The share of games won, a tie as half a win; null before the first game. */
export function winShare({ wins, losses, ties }: Record3): number | null {
  const games = wins + losses + ties
  return games === 0 ? null : (wins + ties / 2) / games
}

/** As American tables write it: ".750", "1.000", "–" before the first game. */
export function shareText(record: Record3): string {
  const share = winShare(record)
  if (share === null) return '–'
  return share === 1 ? '1.000' : share.toFixed(3).slice(1)
}

export type Standing<T> = T & Record3 & { rank: number }

/** A league's table: by share of games won, equal shares on one rank in the order of their names; who has not played comes last. */
export function standingsOf<T extends { name: string }>(rows: readonly (T & Record3)[]): Standing<T>[] {
  const share = (row: Record3) => winShare(row) ?? -1
  return rows
    .map((row) => ({ ...row, rank: 1 + rows.filter((other) => share(other) > share(row)).length }))
    .toSorted((a, b) => a.rank - b.rank || a.name.localeCompare(b.name, 'en'))
}
