import { describe, expect, it } from 'vitest'
import { LANGUAGES, LOCALES, type Language } from './language.ts'
import { descriptionOf, wordsOf } from './words.ts'

const languages = Object.keys(LANGUAGES) as Language[]

/** Every text by its place: what is a function is named only. */
function textsIn(words: object, place = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const here = `${place}/${key}`
    if (typeof value === 'string') return [[here, value]]
    return typeof value === 'object' && value !== null ? textsIn(value, here) : [[here, 'ƒ']]
  })
}

describe('the paper’s own words', () => {
  it.each(languages)('%s has every text that English has, none empty, and a locale that is known', (language) => {
    const texts = textsIn(wordsOf(language))
    expect(texts.map(([place]) => place)).toEqual(textsIn(wordsOf('en')).map(([place]) => place))
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
    expect(Intl.DateTimeFormat.supportedLocalesOf(LOCALES[language])).toEqual([LOCALES[language]])
  })

  it('are not English under another name', () => {
    expect(wordsOf('es').frame.search).not.toBe(wordsOf('en').frame.search)
  })

  it('tell of the paper by its motto, or else of what it is', () => {
    expect(descriptionOf({ name: 'The Light', motto: 'Since 1923', language: 'es' })).toBe('Since 1923')
    expect(descriptionOf({ name: 'The Light', motto: '', language: 'es' })).toBe(wordsOf('es').frame.about('The Light'))
  })
})
