import { MAX_BYLINE_CREDIT, MAX_NAME, type UnderstoodByline } from './understood-story.ts'

const PREFIX = /^(?:(?:story|text|words|article|written|reported)\s+)?by(?::\s*|\s+)/i
const BETWEEN = /\s*(?:,\s*(?:and|&)\s+|[,;|&/]|\s(?:and|[–—-])\s)\s*/i
const POSITION =
  /\b(?:writer|editor|reporter|photographer|columnist|critic|reviewer|illustrator|cartoonist|contributor|correspondent|producer|designer|intern|staff|adviser|advisor)s?$|\beditors?-in-chief$|^guest\b/i
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u
const PARTICLE = /^(?:al|ap|bin|da|dal|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|las|los|ten|ter|van|von|y)$/

/** Whether this is what somebody does at a paper, such as "Staff Writer" or "Photo Editor". */
export function isPosition(text: string): boolean {
  return text.length <= MAX_BYLINE_CREDIT && text.split(' ').length <= 6 && POSITION.test(text)
}

function isName(text: string): boolean {
  const words = text.split(' ')
  if (words.length < 2 || words.length > 6 || text.length > MAX_NAME) return false
  if (!NAME_WORD.test(words[0] ?? '') || !NAME_WORD.test(words.at(-1) ?? '')) return false
  return words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word))
}

/**
 * The people in "By Ana Ruiz and Ben Cho", "By Ana Ruiz, Staff Writer" or "Ana Ruiz, Staff Writer"; null where the line
 * is anything else. Without "By" at least one position has to stand in it, or every pair of names would be a byline.
 * A first name alone is never taken for one.
 */
export function parseBylines(text: string): UnderstoodByline[] | null {
  const rest = text.replace(PREFIX, '')
  const people: UnderstoodByline[] = []
  for (const part of rest.split(BETWEEN).filter((one) => one !== '')) {
    const last = people.at(-1)
    if (isPosition(part)) {
      if (last === undefined || last.credit !== '') return null
      last.credit = part
    } else if (isName(part)) people.push({ name: part, credit: '' })
    else return null
  }
  if (people.length === 0 || people.length > 10) return null
  return rest !== text || people.some(({ credit }) => credit !== '') ? people : null
}

/** Whether the line says "By …": the one form that is a byline wherever it stands. */
export function isSignedBy(text: string): boolean {
  return PREFIX.test(text) && parseBylines(text) !== null
}

/** The same for a line of which a person said that it is a byline: whatever it holds is a name. */
export function readBylines(text: string): UnderstoodByline[] {
  const parsed = parseBylines(text) ?? parseBylines(`By ${text}`)
  return parsed ?? [{ name: text.replace(PREFIX, ''), credit: '' }]
}
