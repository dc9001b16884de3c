import type { ReactNode } from 'react'
import type { SearchChoices } from '#domain/search/answer.ts'
import type { SearchAsked } from '#domain/search/filters.ts'
import { MOST_QUERY } from '#domain/search/query.ts'
import type { SectionView } from '#domain/story-view.ts'

type ChoiceProps = { name: string; label: string; chosen: string | null; any: string; options: readonly { value: string; text: string }[] }

function Choice({ name, label, chosen, any, options }: ChoiceProps): ReactNode {
  return (
    <div className="search-filter">
      <label htmlFor={`search-${name}`}>{label}</label>
      <select id={`search-${name}`} name={name} defaultValue={options.some(({ value }) => value === chosen) ? (chosen ?? '') : ''}>
        <option value="">{any}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The form of the search: a plain document, sent by GET, with what was asked in it. */
export function SearchForm({ asked, sections, choices }: { asked: SearchAsked; sections: readonly SectionView[]; choices: SearchChoices }) {
  return (
    <form method="get" action="/search" role="search" aria-label="The paper" className="reader-form search-form">
      <div className="search-words">
        <label htmlFor="search-q">What are you looking for?</label>
        <div className="search-line">
          <input id="search-q" name="q" type="search" maxLength={MOST_QUERY} defaultValue={asked.q} autoComplete="off" dir="auto" aria-describedby="search-hint" />
          <button type="submit">Search</button>
        </div>
        <p id="search-hint" className="form-hint">
          Put words in quotation marks to find them together, OR between words for either, and a minus before a word to leave it out.
        </p>
      </div>
      <fieldset className="search-filters">
        <legend>Narrow it down</legend>
        <Choice name="section" label="Section" chosen={asked.section} any="All sections" options={sections.map(({ slug, name }) => ({ value: slug, text: name }))} />
        <Choice name="author" label="Author" chosen={asked.author} any="Everybody" options={choices.authors.map(({ id, name }) => ({ value: id, text: name }))} />
        <Choice name="year" label="School year" chosen={asked.year} any="All years" options={choices.years.map((year) => ({ value: year, text: year.replace('-', '–') }))} />
        <label className="form-choice">
          <input type="checkbox" name="pictures" value="1" defaultChecked={asked.pictures} />
          <span>With pictures</span>
        </label>
      </fieldset>
    </form>
  )
}
