import { archivePath, weeksOfMonth, yearOfPeriod, type Period } from '#domain/archive.ts'
import { dayIn } from '#domain/day.ts'
import type { ArchiveAnswer, PaperView, StoryCardView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { dayName, monthName, weekdays } from './archive-words.ts'
import { StoryCard } from '../story-card.tsx'
import { Pager } from './story-rows.tsx'

type Found = Extract<ArchiveAnswer, { kind: 'stories' }>

/** A month as a calendar: days on which something came out lead to it. */
function MonthCalendar({ paper: { language }, of: { month, day: chosen, days } }: { paper: PaperView; of: Found }) {
  const words = wordsOf(language).lists
  const counts = new Map(days.map(({ name, stories }) => [name, stories]))
  return (
    <table className="archive-calendar">
      <caption className="sr-only">{words.calendarOf(monthName(month, language))}</caption>
      <thead>
        <tr>
          {weekdays(language).map(({ short, long }) => (
            <th key={long} scope="col" abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(month).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <td key={place}>
                {day === null ? null : (counts.get(day) ?? 0) === 0 ? (
                  <span>{Number(day.slice(8))}</span>
                ) : (
                  <a href={archivePath({ kind: 'day', text: day })} {...(day === chosen ? { 'aria-current': 'date' as const } : {})}>
                    <b>{Number(day.slice(8))}</b> <small aria-hidden="true">{counts.get(day)}</small>
                    <span className="sr-only">{words.stories(counts.get(day) ?? 0)}</span>
                  </a>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Stories by the day at school on which they came out, in their order. */
function byDay(stories: readonly StoryCardView[], timeZone: string): [string, StoryCardView[]][] {
  const days = new Map<string, StoryCardView[]>()
  for (const story of stories) {
    const day = dayIn(new Date(story.publishedAt), timeZone)
    days.set(day, [...(days.get(day) ?? []), story])
  }
  return [...days]
}

/** What came out in a month, under its calendar, day by day; or on one day. */
export function ArchiveStories({ paper, of, older = false }: { paper: PaperView; of: Found; older?: boolean }) {
  const words = wordsOf(paper.language).lists
  const period: Period = of.day === null ? { kind: 'month', text: of.month } : { kind: 'day', text: of.day }
  const name = of.day === null ? monthName(of.month, paper.language) : dayName(of.day, paper.language)
  const year = yearOfPeriod(period)
  return (
    <>
      <header className="section-head">
        <nav className="section-parent" aria-label={words.archive}>
          <a href="/archive">{words.archive}</a> <a href={archivePath({ kind: 'year', text: year })}>{words.schoolYear(year)}</a>{' '}
          {of.day !== null && <a href={archivePath({ kind: 'month', text: of.month })}>{monthName(of.month, paper.language)}</a>}
        </nav>
        <h1 className="section-name">{older ? words.olderOf(name) : name}</h1>
      </header>
      <div className="archive-page">
        <MonthCalendar paper={paper} of={of} />
        <div className="archive-list">
          {byDay(of.stories, paper.timeZone).map(([day, stories]) => (
            <section key={day} aria-labelledby={`day-${day}`}>
              <h2 id={`day-${day}`} className={of.day === null ? 'block-name' : 'sr-only'}>
                {of.day === null ? <a href={archivePath({ kind: 'day', text: day })}>{dayName(day, paper.language)}</a> : dayName(day, paper.language)}
              </h2>
              <div className="archive-lines">
                {stories.map((story) => (
                  <StoryCard key={story.path} story={story} timeZone={paper.timeZone} size="plain" level="h3" kicker />
                ))}
              </div>
            </section>
          ))}
          <Pager base={archivePath(period)} older={older} next={of.next} newest={words.newest(name)} words={words} />
        </div>
      </div>
    </>
  )
}
