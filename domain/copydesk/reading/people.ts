/** Where a full name of a person stands in a text; `last` is the last name. Offsets in UTF-16 units. */
export type FullName = { from: number; to: number; last: string; name: string }

const WORD = '\\p{Lu}[\\p{L}\\p{M}’-]{0,30}\\p{L}'
const NAME = new RegExp(`(?<![\\p{L}\\p{M}’])${WORD}(?: (?:${WORD}|\\p{Lu}\\.|de|del|de la|van|von|bin|al)){0,4} ${WORD}`, 'gu')
const SAY = '(?:said|says|asked|told|wrote|added|explained|recalled)'
const WHO =
  '(?:freshman|sophomore|junior|senior|teacher|coach|principal|president|captain|student|adviser|librarian|counselor|director|manager|superintendent|mayor|graduate|alum|alumna|alumnus|' +
  'chair|custodian|nurse|setter|goalie|pitcher|player|skipper|programmer|editor|actor|singer|musician|artist|author|chef|officer|secretary|treasurer)'

const BEFORE = new RegExp(`(?<!\\p{L})(?:${WHO}|${SAY}) $`, 'iu')
const FIRST = new RegExp(`^${WHO} `, 'iu')
const AFTER = new RegExp(`^ ${SAY}(?!\\p{L})|^, (?:\\d{1,2},|(?:an? |the )?${WHO}(?!\\p{L}))`, 'u')

/** Two or more capitalized words that something shows to be a person: what they are, that they speak, or their age. */
export function fullNamesIn(text: string): FullName[] {
  return [...text.matchAll(NAME)].flatMap(({ index: from, 0: name }) => {
    const to = from + name.length
    const isPerson = FIRST.test(name) || AFTER.test(text.slice(to, to + 24)) || BEFORE.test(text.slice(Math.max(0, from - 20), from))
    return isPerson ? [{ from, to, name, last: name.slice(name.lastIndexOf(' ') + 1).replace(/’s$/, '') }] : []
  })
}
