import type { MastheadView } from '#domain/story-view.ts'

/** Who made the paper in a school year, and the way to the other years. */
export function MastheadPage({ masthead: { schoolYear, people, years } }: { masthead: MastheadView }) {
  return (
    <article className="plain-page">
      <h1>Staff of {schoolYear}</h1>
      {people.length === 0 && <p>Nobody of this year is named.</p>}
      <ul className="masthead-people">
        {people.map(({ name, position, sections, classOf }, index) => (
          <li key={index}>
            <b dir="auto">{name}</b>
            <span>{[position, sections.join(', '), classOf === null ? '' : `Class of ${classOf}`].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
      {years.length > 1 && (
        <nav aria-label="Other years">
          <ul className="masthead-years">
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
