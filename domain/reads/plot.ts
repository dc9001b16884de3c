/** A day and how often stories were read on it; days are "2026-11-24". */
export type DayCount = { day: string; count: number }
export type Bar = DayCount & { x: number; y: number; width: number; height: number }
export type Plot = { width: number; height: number; bars: Bar[]; lines: { at: number; y: number }[] }

/** The days from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(`${from}T12:00:00Z`); at <= Date.parse(`${to}T12:00:00Z`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** Every one of the days with its count: 0 where nothing was counted. */
export function filled(days: readonly string[], counts: readonly DayCount[]): DayCount[] {
  const known = new Map(counts.map(({ day, count }) => [day, count]))
  return days.map((day) => ({ day, count: known.get(day) ?? 0 }))
}

/** A round number that is not less: 1, 2 or 5 with noughts, at least 4, so that its quarters or halves are whole. */
export function roundTop(most: number): number {
  for (let power = 1; ; power *= 10) for (const step of [1, 2, 4, 6, 8]) if (step * power >= Math.max(4, most)) return step * power
}

/** Bars for days in a drawing of this size, and the lines behind them: at nothing, half and the top. */
export function plotOf(days: readonly DayCount[], { width, height }: { width: number; height: number }): Plot {
  const top = roundTop(Math.max(0, ...days.map(({ count }) => count)))
  const each = width / Math.max(1, days.length)
  const round = (value: number) => Math.round(value * 100) / 100
  const bars = days.map((day, index) => {
    const tall = (day.count / top) * height
    return { ...day, x: round(index * each + each * 0.1), y: round(height - tall), width: round(each * 0.8), height: round(tall) }
  })
  return { width, height, bars, lines: [0, top / 2, top].map((at) => ({ at, y: round(height - (at / top) * height) })) }
}
