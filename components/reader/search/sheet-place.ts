import { countedAs, dayWords } from '#components/reader/print/issue-words.ts'
import type { SheetResult } from '#domain/search/answer.ts'
import type { Language } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'

/** Where a printed page stands: "Vol. 3, issue 2 · October 30, 2026 · Page 4". */
export function sheetPlace(print: NonNullable<SheetResult['print']>, language: Language): string {
  const words = wordsOf(language)
  return [countedAs(print, words), dayWords(print.date, language), words.print.page(print.page)].filter((part) => part !== '').join(' · ')
}
