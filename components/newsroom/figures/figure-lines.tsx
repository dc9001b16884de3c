import type { FigureLine } from '#server/reads/queries.ts'

const count = new Intl.NumberFormat('en-US')

/** Stories with how often each was read: this week, in 30 days, and since it was first counted. `one`: only one was asked for. */
export function FigureLines({ lines, one }: { lines: readonly FigureLine[]; one: boolean }) {
  if (lines.length === 0) return <p className="text-sm text-soft">None of your stories is before readers yet.</p>
  return (
    <section aria-labelledby="stories" className="panel">
      <h2 id="stories" className="mb-2 font-serif text-xl font-semibold">
        {one ? 'This story' : 'By story'}
      </h2>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-rule">
            <th scope="col" className="py-2 text-left">
              Story
            </th>
            <th scope="col" className="py-2 pl-3 text-right">
              7 days
            </th>
            <th scope="col" className="py-2 pl-3 text-right">
              30 days
            </th>
            <th scope="col" className="py-2 pl-3 text-right">
              All
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ storyId, headline, path, week, month, whole }) => (
            <tr key={storyId} className="border-b border-rule">
              <th scope="row" className="py-1 text-left font-normal break-words">
                {one && path !== null ? (
                  <a href={path} className="text-link inline-block py-1">
                    {headline}
                  </a>
                ) : (
                  <a href={`/newsroom/figures?story=${storyId}`} className="text-link inline-block py-1">
                    {headline}
                  </a>
                )}
              </th>
              <td className="pl-3 text-right tabular-nums">{count.format(week)}</td>
              <td className="pl-3 text-right tabular-nums">{count.format(month)}</td>
              <td className="pl-3 text-right tabular-nums">{count.format(whole)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
