import { isRights, RIGHTS_NAMES } from '../media.ts'
import { NEWSLETTER_NAMES } from '../newsletter/content.ts'
import { ROLE_NAMES, ROLES, type Role } from '../people.ts'
import { REVIEW_POLICIES, REVIEW_POLICY_NAMES, type ReviewPolicy } from '../policy.ts'

/** What an event's data say beyond its kind, in a few words behind the sentence. Data of another version that do not read are left out. */

const BYLINE_FORM_NAMES: Readonly<Record<string, string>> = { FULL: 'the full name', SHORT: 'first name and initial', HIDDEN: 'hidden' }
/** The names of fields that events say were changed. */
export const AUDIT_FIELDS: Readonly<Record<string, string>> = {
  name: 'name', motto: 'motto', timeZone: 'time zone', reviewPolicy: 'review policy',
  language: 'language', accent: 'accent colour', masthead: 'colour of the name', typefaces: 'typefaces', logo: 'logo', navigation: 'navigation', social: 'social networks',
  caption: 'caption', alt: 'alt text', credit: 'credit', copyright: 'copyright', takenAt: 'date', place: 'place', people: 'people', focalX: 'focal point', focalY: 'focal point',
  rights: 'right', rightsHolder: 'whose right', rightsProof: 'proof', proofUrl: 'address of the proof', expiresOn: 'last day', makerKind: 'kind of maker', makerName: 'maker', makerStaffId: 'maker',
}

type Data = Readonly<Record<string, unknown>>

function dataOf(json: unknown): Data {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {}
}

const own = (names: Readonly<Record<string, string>>, name: string): string | null => (Object.hasOwn(names, name) ? (names[name] ?? null) : null)
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)
const isPolicy = (text: string): text is ReviewPolicy => (REVIEW_POLICIES as readonly string[]).includes(text)

function roleNamed(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && isRole(text) ? ROLE_NAMES[text] : null
}

function changedFields({ changed }: Data): string | null {
  const names = Array.isArray(changed) ? changed.flatMap((field) => (typeof field === 'string' ? (own(AUDIT_FIELDS, field) ?? []) : [])) : []
  return names.length === 0 ? null : [...new Set(names)].join(', ')
}

function fromTo(from: string | null, to: string | null): string | null {
  if (to === null) return null
  return from === null || from === to ? `now ${to}` : `from ${from} to ${to}`
}

function settingsChanged(data: Data): string | null {
  const { from, to } = dataOf(data['reviewPolicy'])
  const [before, after] = [textOf(from), textOf(to)]
  const policy = before !== null && after !== null && before !== after && isPolicy(before) && isPolicy(after) ? fromTo(`“${REVIEW_POLICY_NAMES[before]}”`, `“${REVIEW_POLICY_NAMES[after]}”`) : null
  return [changedFields(data), policy].filter((part) => part !== null).join('; ') || null
}

function exported(data: Data): string | null {
  const filter = dataOf(data['filter'])
  const days = [textOf(filter['from']), textOf(filter['to'])]
  const narrowed = ['who', 'story', 'headline', 'kind'].filter((name) => textOf(filter[name]) !== null)
  const parts = [
    data['what'] === 'records' ? 'the records of all stories' : null,
    textOf(data['format'])?.toUpperCase() ?? null,
    days.every((day) => day === null) ? null : `${days[0] ?? 'the beginning'} to ${days[1] ?? 'the end'}`,
    narrowed.length === 0 ? null : `only some: ${narrowed.map((name) => ({ who: 'person', story: 'story', headline: 'headline', kind: 'kind' })[name] ?? name).join(', ')}`,
  ]
  return parts.filter((part) => part !== null).join(', ') || null
}

/** The details of an event in words, or null where there is nothing to add. `json`: its data. */
export function detailsOf(kind: string, json: unknown): string | null {
  const data = dataOf(json)
  switch (kind) {
    case 'story.restored':
      return typeof data['from'] === 'number' ? `the text of revision ${data['from']}` : null
    case 'newsletter.sent':
      return own(NEWSLETTER_NAMES, textOf(data['kind']) ?? '')
    case 'note.added':
      return data['blocking'] === true ? 'it blocks the approval' : null
    case 'staff.invited':
    case 'staff.joined': {
      const role = roleNamed(data['role'])
      return role === null ? null : `as ${role.toLowerCase()}`
    }
    case 'staff.roleChanged':
      return fromTo(roleNamed(data['from'])?.toLowerCase() ?? null, roleNamed(data['to'])?.toLowerCase() ?? null)
    case 'staff.bylineFormChanged':
      return fromTo(own(BYLINE_FORM_NAMES, textOf(data['from']) ?? ''), own(BYLINE_FORM_NAMES, textOf(data['to']) ?? ''))
    case 'media.rightsChanged': {
      const to = textOf(data['to'])
      return to !== null && isRights(to) ? `now “${RIGHTS_NAMES[to]}”` : null
    }
    case 'media.wordsChanged':
    case 'paper.lookChanged':
      return changedFields(data)
    case 'copydesk.wordAdded':
    case 'copydesk.wordRemoved': {
      const word = textOf(data['word'])
      return word === null ? null : `“${word}”`
    }
    case 'copydesk.dismissed':
    case 'copydesk.undismissed':
    case 'copydesk.ruleChanged':
      return textOf(data['ruleId'])
    case 'paper.settingsChanged':
      return settingsChanged(data)
    case 'front.published':
      return textOf(data['from']) !== null ? 'a former one, put back' : textOf(data['schedule']) !== null ? 'as scheduled' : null
    case 'front.unscheduled':
      return data['why'] === 'published' ? 'because another one was published' : null
    case 'audit.exported':
    case 'record.exported':
      return exported(data)
    default:
      return null
  }
}
