import type { MeetEntry, MeetEvent, MeetTeam } from '#domain/sports/result.ts'
import { rankText } from '#domain/sports/words.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

type Props = { events: readonly MeetEvent[]; nameOf: (team: MeetTeam) => string; language: Language }

/** The legs of a relay, each with its time where one was taken; a runner without a name keeps the leg. */
function legsOf({ athletes, splits }: MeetEntry): string {
  return athletes.map((name, index) => [name, splits[index] ?? ''].filter((part) => part !== '').join(' ')).filter((leg) => leg !== '').join(', ')
}

/** The events of a meet, a table each: place, who, what they reached, and points. */
export function MeetEvents({ events, nameOf, language }: Props) {
  const words = wordsOf(language).sports
  return events.map((event, index) => {
    const hasPoints = event.entries.some(({ points }) => points !== null)
    return (
      <table key={index} className="score-table score-table-narrow">
        <caption dir="auto">{event.name}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{event.relay ? words.team : words.athlete}</th>
            <th scope="col" className="score-number">{words.mark}</th>
            {hasPoints && <th scope="col" className="score-number">{words.points}</th>}
          </tr>
        </thead>
        <tbody>
          {event.entries.map((entry, line) => {
            const names = legsOf(entry)
            return (
              <tr key={line} data-us={entry.team === 'us'}>
                <td>{entry.place === null ? '' : rankText(entry.place, language)}</td>
                <th scope="row" dir="auto">
                  {event.relay || names === '' ? nameOf(entry.team) : names}
                  {names !== '' && <span className="score-aside">{event.relay ? names : nameOf(entry.team)}</span>}
                </th>
                <td className="score-number">{entry.mark}</td>
                {hasPoints && <td className="score-number">{entry.points}</td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    )
  })
}
