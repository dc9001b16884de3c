import type { Rule } from '../finding.ts'
import { findEach, SENTENCES } from '../reading/passages.ts'
import { stateNamed, STATES } from './states.ts'

const ID = 'state-names'

const escaped = (text: string) => text.replaceAll('.', '\\.')
const ABBREVIATIONS = STATES.filter(({ abbreviation }) => abbreviation !== '').map(({ abbreviation }) => escaped(abbreviation)).join('|')
const POSTAL = STATES.map(({ postal }) => postal).join('|')
const NAMES = STATES.map(({ name }) => name).join('|')
const CITY = '\\p{Lu}[\\p{L}’.-]+'

const ABBREVIATED = new RegExp(`(?<=${CITY}, )(?:${ABBREVIATIONS})(?!\\p{L}| \\d{5}| (?:\\(AP\\) )?[—–-])`, 'gu')
/** Capitals that are a word or a degree as often as a state need a place before them. */
const POSTED = new RegExp(`(?<=(?:\\b(?:in|from|of|at|near|to|for|through|between|and) (?:${CITY} ){0,2})${CITY}, )(?:${POSTAL})(?![\\p{L}\\d]|\\.\\p{L}| \\d{5})`, 'gu')
const DISTRICT = /(?<=\bWashington,? )D\.?C\b(?!\.)|(?<=\bWashington )D\.C\./g
const UNCLOSED = new RegExp(`(?<=(${CITY}), )(?:${NAMES})(?= \\p{Ll})`, 'gu')

/** States are spelled out in the text, also behind a city, and stand between commas there. */
export const stateNames: Rule = {
  id: ID,
  name: 'AP state names',
  source: 'AP Stylebook: state names (spelled out in the body of stories, since 2014)',
  defaultLevel: 'ADVISORY',
  find: (text) => [
    ...[ABBREVIATED, POSTED].flatMap((pattern) =>
      findEach(ID, text, SENTENCES, pattern, ({ index, 0: short }, { text: words }) => {
        const name = stateNamed(short)
        if (name === null) return null
        const after = words.slice(index + short.length, index + short.length + 6)
        const ends = short.endsWith('.') && /^["”’)]*(?:$|\s\p{Lu})/u.test(after)
        const goesOn = /^ (?!(?:and|or) )\p{Ll}/u.test(after)
        return { message: 'AP spells state names out in the text.', fix: ends ? `${name}.` : goesOn ? `${name},` : name }
      }),
    ),
    ...findEach(ID, text, SENTENCES, DISTRICT, ({ index }, { text: words }) => {
      const comma = words[index - 2] === ',' ? '' : ','
      return comma === '' ? { message: 'AP writes D.C. with full stops.', fix: 'D.C.' } : { message: 'AP writes Washington, D.C., with a comma and full stops.' }
    }),
    ...findEach(ID, text, SENTENCES, UNCLOSED, ({ index, 0: state, 1: city = '' }, { text: words }) => {
      const isList = STATES.some(({ name }) => name === city || name.endsWith(` ${city}`)) || /^ (?:and|or) /.test(words.slice(index + state.length, index + state.length + 5))
      return isList ? null : { message: 'Behind a city, a comma stands before the state and another one after it.', fix: `${state},` }
    }),
  ],
}
