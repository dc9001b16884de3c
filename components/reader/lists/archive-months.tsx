import { archivePath } from '#domain/archive.ts'
import type { ArchiveView, PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { monthAlone } from './archive-words.ts'

type Months = ArchiveView['years'][number]['months']

/** The twelve months of a school year with how much came out in each; what has nothing leads nowhere. */
export function ArchiveMonths({ paper, months }: { paper: PaperView; months: Months }) {
  const words = wordsOf(paper.language).lists
  return (
    <ol className="archive-months">
      {months.map(({ name, stories }) => (
        <li key={name}>
          {stories === 0 ? (
            <span className="archive-none">{monthAlone(name, paper.language)}</span>
          ) : (
            <a href={archivePath({ kind: 'month', text: name })}>
              <b>{monthAlone(name, paper.language)}</b> <span aria-hidden="true">{stories.toLocaleString(paper.language)}</span>
              <span className="sr-only">{words.stories(stories)}</span>
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The archive, year by year; `only`: the page of one year, with the way back to all. */
export function ArchiveYears({ paper, archive, only = false }: { paper: PaperView; archive: ArchiveView; only?: boolean }) {
  const words = wordsOf(paper.language).lists
  const total = (months: Months) => words.stories(months.reduce((sum, { stories }) => sum + stories, 0))
  const [first] = archive.years
  return (
    <>
      <header className="section-head">
        {only && (
          <p className="section-parent">
            <a href="/archive">{words.archive}</a>
          </p>
        )}
        <h1 className="section-name">{only && first !== undefined ? words.schoolYear(first.year) : words.archive}</h1>
        <p className="list-lead">{first === undefined ? words.emptyArchive : only ? total(first.months) : words.archiveLead}</p>
      </header>
      {archive.years.map(({ year, months }) =>
        only ? (
          <ArchiveMonths key={year} paper={paper} months={months} />
        ) : (
          <section key={year} className="archive-year" aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`} className="block-name">
              <a href={archivePath({ kind: 'year', text: year })}>{words.schoolYear(year)}</a> <span className="archive-count">{total(months)}</span>
            </h2>
            <ArchiveMonths paper={paper} months={months} />
          </section>
        ),
      )}
    </>
  )
}
