import { Picture } from '#components/story/picture.tsx'
import { mastheadGroups } from '#domain/masthead.ts'
import type { MastheadPerson, MastheadView } from '#domain/story-view.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** Who made the paper in a school year, the leaders first, and the way to the other years. */
export function MastheadPage({ masthead: { schoolYear, people, years }, language }: { masthead: MastheadView; language: Language }) {
  const words = wordsOf(language).people
  return (
    <article className="masthead-page">
      <h1>{schoolYear === '' ? words.masthead : words.staffOf(schoolYear)}</h1>
      {people.length === 0 && <p>{words.nobody}</p>}
      {mastheadGroups(people).map(({ group, people: some }) => (
        <section key={group} className="masthead-group" data-group={group} aria-labelledby={`masthead-${group}`}>
          <h2 id={`masthead-${group}`}>{words[group]}</h2>
          <ul>
            {some.map((person, index) => (
              <PersonLine key={index} person={person} classOf={words.classOf} />
            ))}
          </ul>
        </section>
      ))}
      {years.length > 1 && (
        <nav aria-label={words.otherYears} className="masthead-years">
          <h2>{words.otherYears}</h2>
          <ul>
            {years.map((year) => (
              <li key={year}>
                <a href={`/staff/${year}`} {...(year === schoolYear ? { 'aria-current': 'page' as const } : {})}>
                  {year}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </article>
  )
}

function PersonLine({ person: { name, handle, portrait, position, sections, classOf }, classOf: classWords }: { person: MastheadPerson; classOf: (year: number) => string }) {
  return (
    <li data-picture={portrait !== null}>
      {portrait !== null && (
        <span className="masthead-portrait">
          <Picture asset={portrait.asset} alt="" sizes="5rem" crop={{ to: 'square', focus: portrait.focus }} />
        </span>
      )}
      <div>
        <p className="masthead-name" dir="auto">
          {handle === null ? name : <a href={`/staff/${handle}`}>{name}</a>}
        </p>
        {position !== '' && <p className="masthead-position">{position}</p>}
        {(sections.length > 0 || classOf !== null) && <p className="masthead-sections">{[sections.join(', '), classOf === null ? '' : classWords(classOf)].filter((part) => part !== '').join(' · ')}</p>}
      </div>
    </li>
  )
}
