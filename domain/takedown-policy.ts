import { z } from 'zod'
import { correctionTextSchema, type CorrectionKind } from './corrections.ts'
import { BYLINE_FORMS, emailSchema, personNameSchema } from './people.ts'
import type { StoryAction } from './policy.ts'
import { isSlug } from './slug.ts'

/**
 * What the paper does when somebody asks it to change or take down a story. Practice of the student press: accuracy first, publish
 * the truth and say openly what was wrong, minimise harm, and unpublish only rarely (SPJ Code of Ethics, "Be Accountable and
 * Transparent" and "Minimize Harm"; Student Press Law Center, guide on takedown requests).
 */

export const GROUNDS = ['MISTAKE', 'LIBEL', 'PRIVACY', 'COPYRIGHT', 'OWN_WORK', 'DISLIKE'] as const
export type Ground = (typeof GROUNDS)[number]

type GroundWords = { name: string; choice: string; does: string }
export const GROUND_WORDS: Record<Ground, GroundWords> = {
  MISTAKE: { name: 'Mistake', choice: 'Something in it is wrong', does: 'We check it. If it is wrong, we put it right and say so in a dated note on the story and on our page of corrections.' },
  LIBEL: { name: 'Libel', choice: 'It says something false that harms somebody’s reputation (libel)', does: 'We look at it first. What we cannot show to be true is corrected, and taken out if a correction does not repair the harm.' },
  PRIVACY: { name: 'Privacy', choice: 'It tells something private, or somebody could be harmed by it', does: 'We weigh the harm against what readers need to know. A name can be shortened or taken out, and the page can be kept out of search engines.' },
  COPYRIGHT: { name: 'Copyright', choice: 'It uses work that the paper had no right to use (copyright)', does: 'Tell us whose work it is. What we had no right to use is taken out.' },
  OWN_WORK: { name: 'Own work, former staff', choice: 'I was on staff, and it is my own work', does: 'The story stays as part of the paper’s record. Your name can be shortened or hidden, everywhere at once.' },
  DISLIKE: { name: 'Dislike', choice: 'I do not like it, or it is embarrassing', does: 'That alone is no ground to change or remove what is true and fair.' },
}

/** The paper's policy for its readers, above the form. */
export const TAKEDOWN_POLICY = [
  'Accuracy comes first: what is wrong is put right, openly and with a date. We do not change a story in silence.',
  'What we published is a record of the school. We take down a story only rarely: when it is false in a way that no correction repairs, breaks the law, or puts somebody in danger.',
  'Student editors and the adviser read every request and vote on it. The adviser decides, with a reason that is kept on record.',
  'Nobody decides on a request about a story that they wrote.',
] as const

/** Whether the paper must be able to ask who somebody is: only whose work it is can claim it. */
export function needsSender(ground: Ground): boolean {
  return ground === 'COPYRIGHT' || ground === 'OWN_WORK'
}

export const OUTCOMES = ['KEEP', 'CORRECT', 'UPDATE', 'NAME', 'HIDE', 'WITHDRAW'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** `needs`: the power on the story that the decision takes (policy.ts). */
export const OUTCOME_WORDS: Record<Outcome, { name: string; hint: string; needs: StoryAction }> = {
  KEEP: { name: 'Keep it as it is', hint: 'Nothing changes for readers.', needs: 'keepAsIs' },
  CORRECT: { name: 'Correct', hint: 'A dated correction on the story and on the page of corrections. Change the text itself in the editor, as any edit.', needs: 'publishCorrection' },
  UPDATE: { name: 'Add an update note', hint: 'A dated note that says what is new since.', needs: 'publishCorrection' },
  NAME: { name: 'Shorten or remove a name', hint: 'A staff byline changes everywhere at once. A name in the text starts a new version with a note that must be settled.', needs: 'removeName' },
  HIDE: { name: 'Keep, but hide from search engines', hint: 'Readers still find it in the paper; search engines are asked not to list it.', needs: 'hideFromSearch' },
  WITHDRAW: { name: 'Withdraw', hint: 'Readers get the paper’s statement in its place. This cannot be undone.', needs: 'withdraw' },
}

/** The kind of note that an outcome puts on the story; null: none. */
export function noteKind(outcome: Outcome): CorrectionKind | null {
  return outcome === 'CORRECT' ? 'CORRECTION' : outcome === 'UPDATE' ? 'UPDATE' : null
}

/** How long name and e-mail of somebody who asked are kept after the decision, in days. */
export const KEEP_SENDER_DAYS = 90

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const REFERENCE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/
/** A reference number such as "K7QM-4XWD", of eight random bytes; without letters and digits that look alike. */
export function referenceOf(random: Uint8Array): string {
  const eight = Array.from(random.subarray(0, 8), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('')
  return `${eight.slice(0, 4)}-${eight.slice(4)}`
}

/** Section and slug of a story's address, given as a path or as copied from the browser; null: it is none. */
export function storyAddress(text: string): { sectionSlug: string; slug: string } | null {
  const base = 'http://paper.invalid'
  const given = text.trim()
  const url = /^(https?:\/\/|\/)/i.test(given) ? given : given === '' ? '/' : `https://${given}`
  if (!URL.canParse(url, base)) return null
  const [, sectionSlug = '', slug = '', ...more] = new URL(url, base).pathname.split('/')
  return isSlug(sectionSlug) && isSlug(slug) && more.every((part) => part === '') ? { sectionSlug, slug } : null
}

/** A person is told everything that is missing at once, also where another field is not right. */
const ALL_AT_ONCE = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null }
/** A field that may be left empty. Not a union, which would say no more than "Invalid input". */
const optional = (schema: z.ZodType<string, string>) => z.string().transform((text) => (text.trim() === '' ? null : text)).pipe(schema.nullable())

/** The public form. Every field is text as a browser sends it. */
export const requestFormSchema = z
  .object({
    story: z
      .string()
      .max(500, 'This address is too long.')
      .transform((text, context) => {
        const address = storyAddress(text)
        if (address !== null) return address
        context.addIssue({ code: 'custom', message: 'Copy the address of the story from your browser.' })
        return z.NEVER
      }),
    ground: z.enum(GROUNDS, 'Choose what it is about.'),
    problem: z.string().trim().min(10, 'Say in a sentence or two what is wrong.').max(4_000, 'Keep this under 4,000 characters.'),
    wish: z.string().trim().min(3, 'Say what you ask us to do.').max(2_000, 'Keep this under 2,000 characters.'),
    name: optional(z.string().trim().pipe(personNameSchema)),
    email: optional(z.string().trim().pipe(emailSchema)),
  })
  .superRefine(({ ground, name, email }, context) => {
    if (!needsSender(ground)) return
    if (name === null) context.addIssue({ code: 'custom', path: ['name'], message: 'Tell us your name: only whose work it is can ask this.' })
    if (email === null) context.addIssue({ code: 'custom', path: ['email'], message: 'Give an e-mail address, so that we can ask you about it.' })
  }, ALL_AT_ONCE)
export type RequestForm = z.output<typeof requestFormSchema>

const outcome = z.enum(OUTCOMES, 'Choose what to do.')

export const voteSchema = z.object({ requestId: z.uuid(), outcome, remark: z.string().trim().max(2_000, 'Keep a remark under 2,000 characters.').default('') })
export type VoteInput = z.output<typeof voteSchema>

const reply = z.string().trim().max(4_000, 'Keep the reply under 4,000 characters.').default('')

/** The form of a decision. `revisionId`: the version that readers see and that the decision is about; null: the story is withdrawn. */
export const requestDecisionSchema = z
  .object({
    requestId: z.uuid(),
    revisionId: z.union([z.literal('').transform(() => null), z.uuid()]),
    outcome,
    reason: z.string().trim().min(3, 'Give the reason: it stays on record.').max(4_000, 'Keep the reason under 4,000 characters.'),
    reply,
    note: z.string().trim().max(2_000, 'Keep the note under 2,000 characters.').default(''),
    /** '' = a name in the text or one typed by hand. */
    staffId: z.union([z.literal(''), z.uuid()]).default(''),
    bylineForm: z.enum(BYLINE_FORMS).default('HIDDEN'),
    /** Which name must go, and how. */
    nameNote: z.string().trim().max(2_000, 'Keep this under 2,000 characters.').default(''),
    statement: z.string().trim().max(2_000, 'Keep the statement under 2,000 characters.').default(''),
  })
  .superRefine((input, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (noteKind(input.outcome) !== null) {
      const text = correctionTextSchema.safeParse(input.note)
      if (!text.success) need('note', text.error.issues[0]?.message ?? '')
    }
    if (input.outcome === 'NAME' && input.staffId === '' && input.nameNote === '') need('nameNote', 'Say which name must go, and what should stand there.')
    if (input.outcome === 'NAME' && input.staffId !== '' && input.bylineForm === 'FULL') need('bylineForm', 'Choose whether the name is shortened or hidden.')
    if (input.outcome === 'WITHDRAW' && input.statement === '') need('statement', 'Say in a sentence what readers are told in place of the story.')
  }, ALL_AT_ONCE)
export type RequestDecision = z.output<typeof requestDecisionSchema>
