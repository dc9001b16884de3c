import type { RosterLine } from '#domain/sports/view.ts'
import type { Words } from '#domain/words/words.ts'

/** Who plays for a team, as far as they may be named. Columns that nobody filled in are left out. */
export function RosterTable({ roster, words }: { roster: readonly RosterLine[]; words: Words['sports'] }) {
  const has = (column: 'number' | 'position' | 'grade') => roster.some((line) => line[column] !== '')
  return (
    <section aria-labelledby="roster">
      <h2 id="roster">{words.roster}</h2>
      <table className="score-table">
        <thead>
          <tr>
            {has('number') && <th scope="col">{words.number}</th>}
            <th scope="col">{words.name}</th>
            {has('position') && <th scope="col">{words.position}</th>}
            {has('grade') && <th scope="col">{words.grade}</th>}
          </tr>
        </thead>
        <tbody>
          {roster.map(({ name, number, position, grade }, index) => (
            <tr key={index}>
              {has('number') && <td>{number}</td>}
              <th scope="row" dir="auto">{name ?? <span className="score-quiet">{words.notNamed}</span>}</th>
              {has('position') && <td dir="auto">{position}</td>}
              {has('grade') && <td>{grade}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
