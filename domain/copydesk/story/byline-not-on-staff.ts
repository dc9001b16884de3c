import type { CopyByline, CopyText, Finding, Rule } from '../finding.ts'
import { findingAt } from '../reading/passages.ts'
import { editDistance } from './likeness.ts'

const ID = 'byline-not-on-staff'

/** A board, a class, a desk: it signs as a whole. */
const COLLECTIVE = /^the\b|\b(?:board|staff|editors|team|club|class|council|committee|department|reports?|desk|students|press|news)\b/i
/** Credit lines of people who are not on staff. */
const OUTSIDE = /\b(?:guest|contribut\p{L}*|special to|column\p{L}*|alum\p{L}*|reader|letter|parent|teacher|principal|counselor|courtesy|graduate|freelance|community|agency)\b/iu

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

function nearestOf(name: string, staff: readonly string[]): string | null {
  const typed = plain(name)
  return staff.find((member) => plain(member) === typed) ?? staff.find((member) => editDistance(plain(member), typed, 2) <= 2) ?? null
}

function remark({ name, credit, onStaff }: CopyByline, staffNames: readonly string[]): string | null {
  if (onStaff || name.trim() === '' || COLLECTIVE.test(name)) return null
  const member = nearestOf(name, staffNames)
  if (member !== null) {
    return plain(member) === plain(name)
      ? `${member} is on staff. Choose the name from the list, so that the byline leads to the page of ${member}.`
      : `Nobody on staff is called “${name.trim()}”. Did you mean ${member}?`
  }
  if (OUTSIDE.test(credit)) return null
  return credit.trim() === ''
    ? `“${name.trim()}” is not on staff. Say in the credit line who that is, such as Guest or Contributor.`
    : `“${name.trim()}” is not on staff, and the credit line says “${credit.trim()}”.`
}

/** Typed names that look like a staff member, or claim to be one. */
export const bylineNotOnStaff: Rule = {
  id: ID,
  name: 'Byline not on staff',
  source: 'JEA/NSPA practice: a byline is a person of the paper, or says where its writer comes from',
  defaultLevel: 'ADVISORY',
  find: ({ bylines, staffNames }: CopyText): Finding[] =>
    bylines.flatMap((signed, block) => {
      const message = remark(signed, staffNames)
      return message === null ? [] : [findingAt(ID, { field: 'bylines', block, kind: 'credit', text: signed.name }, 0, signed.name.length, { message })]
    }),
}
