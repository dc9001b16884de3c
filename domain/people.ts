import { z } from 'zod'

export const ROLES = ['WRITER', 'EDITOR', 'ADVISER', 'ADMIN'] as const
/** What a signed-in person may be; a reader has none. */
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Record<Role, string> = {
  WRITER: 'Writer',
  EDITOR: 'Editor',
  ADVISER: 'Adviser',
  ADMIN: 'Admin',
}

/** Whether a role is that of faculty: what an adviser may, an admin may. */
export function isAdviser(role: Role): boolean {
  return role === 'ADVISER' || role === 'ADMIN'
}

/** Who acts. Made only by server/auth (requireActor) and by the seed; never optional in a signature. */
export type Actor = { userId: string; staffId: string; role: Role; name: string }

export const BYLINE_FORMS = ['FULL', 'SHORT', 'HIDDEN'] as const
export type BylineForm = (typeof BYLINE_FORMS)[number]

/** The stricter of two forms: HIDDEN before SHORT before FULL. */
export function stricterForm(a: BylineForm, b: BylineForm): BylineForm {
  return BYLINE_FORMS.indexOf(a) >= BYLINE_FORMS.indexOf(b) ? a : b
}

/** Whether `to` shows more of a name than `from` does. */
export function showsMore(from: BylineForm, to: BylineForm): boolean {
  return from !== to && stricterForm(from, to) === from
}

/** Somebody on staff: the whole name, and how much of it they want readers to see. */
export type NamedPerson = { name: string; bylineForm: BylineForm }

/**
 * The name of somebody on staff as readers see it; null: not at all. `paper`: how much of a name the paper shows at most. Every place that
 * shows a name to readers asks this: bylines, credits, structured data, mastheads.
 */
export function shownName({ name, bylineForm }: NamedPerson, paper: BylineForm): string | null {
  return publicName(name, stricterForm(bylineForm, paper))
}

/** A name in one form: "Ana Ruiz", "Ana R.", or null where it is hidden. */
export function publicName(name: string, form: BylineForm): string | null {
  if (form === 'HIDDEN') return null
  if (form === 'FULL') return name
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  return last === undefined ? first : `${first} ${[...last][0]?.toUpperCase()}.`
}

/**
 * An e-mail address as we accept it: plain ASCII local@domain, lower-cased. Quotes, comments, lists, spaces, control
 * and non-ASCII characters are refused on the raw text, before any normalising (GHSA-7rqj, GHSA-5jpx).
 */
export const emailSchema = z
  .string()
  .max(254, 'This e-mail address is too long.')
  .regex(
    /^[A-Za-z0-9!#$%&*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&*+/=?^_{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
    'Enter an e-mail address such as name@school.org.',
  )
  .transform((value) => value.toLowerCase())

export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(80, 'Use at most 80 characters for a name.')
  // eslint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f<>@]+$/u, 'A name cannot hold line breaks or any of < > @.')

/** NIST SP 800-63B: length is what counts; no composition rules. The upper bound keeps hashing cheap. */
export const passwordSchema = z
  .string()
  .min(10, 'Use at least 10 characters. A short sentence works well.')
  .max(200, 'Use at most 200 characters.')
  .refine((value) => new Set(value).size >= 5, 'Use more than four different characters.')
