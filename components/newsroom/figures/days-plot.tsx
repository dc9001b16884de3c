import { plotOf, type DayCount } from '#domain/reads/plot.ts'

const SIZE = { width: 720, height: 180 }
const named = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' })
/** "Nov 24", from "2026-11-24". */
const nameOf = (day: string | undefined) => (day === undefined ? '' : named.format(new Date(`${day}T12:00:00Z`)))
const count = new Intl.NumberFormat('en-US')

/** Days and how often was read on them, as bars and as a table. */
export function DaysPlot({ title, days }: { title: string; days: readonly DayCount[] }) {
  const { bars, lines } = plotOf(days, SIZE)
  const sum = days.reduce((whole, day) => whole + day.count, 0)
  const [first, last] = [nameOf(days[0]?.day), nameOf(days.at(-1)?.day)]
  return (
    <section aria-labelledby="plot" className="panel">
      <h2 id="plot" className="mb-1 font-serif text-xl font-semibold">
        {title}
      </h2>
      <p className="mb-3 text-sm text-soft">{count.format(sum)} times in all</p>
      <svg viewBox={`-44 -10 ${SIZE.width + 54} ${SIZE.height + 36}`} className="h-auto w-full" role="img" aria-label={`Bars: times read a day, from ${first} to ${last}. The table below has the numbers.`}>
        {lines.map(({ at, y }) => (
          <g key={at}>
            <line x1={0} x2={SIZE.width} y1={y} y2={y} className="stroke-rule" strokeWidth={1} />
            <text x={-8} y={y + 4} textAnchor="end" className="fill-soft text-[12px]">
              {count.format(at)}
            </text>
          </g>
        ))}
        {bars.map(({ day, x, y, width, height }) => (
          <rect key={day} x={x} y={y} width={width} height={height} className="fill-accent" />
        ))}
        <text x={0} y={SIZE.height + 20} className="fill-soft text-[12px]">
          {first}
        </text>
        <text x={SIZE.width} y={SIZE.height + 20} textAnchor="end" className="fill-soft text-[12px]">
          {last}
        </text>
      </svg>
      <details className="mt-2 text-sm">
        <summary className="cursor-pointer py-1">As a table</summary>
        <table className="mt-2">
          <thead>
            <tr>
              <th scope="col" className="pr-6 text-left">
                Day
              </th>
              <th scope="col" className="text-right">
                Times read
              </th>
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row" className="pr-6 text-left font-normal">
                  {nameOf(day.day)}
                </th>
                <td className="text-right tabular-nums">{count.format(day.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
