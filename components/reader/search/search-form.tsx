import type { ReactNode } from 'react'
import type { SearchChoices } from '#domain/search/answer.ts'
import type { SearchAsked } from '#domain/search/filters.ts'
import { MOST_QUERY } from '#domain/search/query.ts'
import type { SectionView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'

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
export function SearchForm({ asked, sections, choices, words }: { asked: SearchAsked; sections: readonly SectionView[]; choices: SearchChoices; words: Words['search'] }) {
  return (
    <form method="get" action="/search" role="search" aria-label={words.form} className="reader-form search-form">
      <div className="search-words">
        <label htmlFor="search-q">{words.what}</label>
        <div className="search-line">
          <input id="search-q" name="q" type="search" maxLength={MOST_QUERY} defaultValue={asked.q} autoComplete="off" dir="auto" aria-describedby="search-hint" />
          <button type="submit">{words.submit}</button>
        </div>
        <p id="search-hint" className="form-hint">
          {words.hint}
        </p>
      </div>
      <fieldset className="search-filters">
        <legend>{words.narrow}</legend>
        <Choice name="section" label={words.section} chosen={asked.section} any={words.allSections} options={sections.map(({ slug, name }) => ({ value: slug, text: name }))} />
        <Choice name="author" label={words.author} chosen={asked.author} any={words.everybody} options={choices.authors.map(({ id, name }) => ({ value: id, text: name }))} />
        <Choice name="year" label={words.year} chosen={asked.year} any={words.allYears} options={choices.years.map((year) => ({ value: year, text: year.replace('-', '–') }))} />
        <label className="form-choice">
          <input type="checkbox" name="pictures" value="1" defaultChecked={asked.pictures} />
          <span>{words.withPictures}</span>
        </label>
      </fieldset>
    </form>
  )
}
