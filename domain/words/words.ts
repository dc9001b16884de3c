import { en } from './en.ts'
import { es } from './es.ts'
import type { Language } from './language.ts'

type Loose<T> = T extends string ? string : T extends (...given: infer Given) => string ? (...given: Given) => string : { [Key in keyof T]: Loose<T[Key]> }

/** All that the paper itself says to readers, by subject. A text with a place for something is a function of it. */
export type Words = Loose<typeof en>

const ALL: Record<Language, Words> = { en, es }

/** The paper's own words in a language. */
export const wordsOf = (language: Language): Words => ALL[language]

/** The paper in one line, for search engines and shared links: its motto, or else what it is. */
export function descriptionOf({ name, motto, language }: { name: string; motto: string; language: Language }): string {
  return motto === '' ? wordsOf(language).frame.about(name) : motto
}
