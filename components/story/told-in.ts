import { cache } from 'react'
import type { Language } from '#domain/words/language.ts'

/** One for each page that is being made, by React; English where nobody says another, as in the newsroom. */
const page = cache((): { language: Language } => ({ language: 'en' }))

/** Says the language of the page that is being made. Its frame does, which React makes before anything that stands in it. */
export function tellIn(language: Language): void {
  page().language = language
}

/** The language in which names and dates are told on the page that is being made. */
export function toldIn(): Language {
  return page().language
}
