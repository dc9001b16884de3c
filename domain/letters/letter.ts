import { z } from 'zod'
import type { StoryDocument } from '../document/schema.ts'
import { emailSchema, personNameSchema } from '../people.ts'

/** Letters to the editor and tips: what readers may send, and how each stands in the newsroom. */

export const LETTER_STATES = ['NEW', 'TAKEN', 'DONE', 'DECLINED'] as const
export type LetterState = (typeof LETTER_STATES)[number]
export const LETTER_STATE_NAMES: Record<LetterState, string> = { NEW: 'New', TAKEN: 'Taken', DONE: 'Done', DECLINED: 'Declined' }
export const LETTER_KIND_NAMES = { LETTER: 'Letter', TIP: 'Tip' } as const
export type LetterKind = keyof typeof LETTER_KIND_NAMES

/** Whether somebody still has to do something about it. */
export function isOpenLetter(state: LetterState): boolean {
  return state === 'NEW' || state === 'TAKEN'
}

/** How long name and address are kept once a letter is closed, and at most, in days. */
export const KEEP_CONTACT_DAYS = 90
export const KEEP_CONTACT_AT_MOST_DAYS = 365

const MOST = 6_000
const text = z.string().trim().min(10).max(MOST)

/** The forms that readers send. What is wrong is named by its field; the page has the words. */
export const letterFormSchema = z.object({ name: personNameSchema, email: z.string().trim().pipe(emailSchema), text, consent: z.literal('1') })
export type LetterForm = z.output<typeof letterFormSchema>
export const tipFormSchema = z.object({ email: z.union([z.string().trim().length(0).transform(() => null), z.string().trim().pipe(emailSchema)]), text })
export type TipForm = z.output<typeof tipFormSchema>

/** The forms of the newsroom. */
export const oneLetterSchema = z.object({ letterId: z.uuid() })
export const assignLetterSchema = oneLetterSchema.extend({ userId: z.uuid('Choose who answers for it.') })
export const closeLetterSchema = oneLetterSchema
  .extend({ state: z.enum(['DONE', 'DECLINED'], 'Choose one.'), reason: z.string().trim().max(2_000, 'Keep the reason under 2,000 characters.').default('') })
  .refine(({ state, reason }) => state === 'DONE' || reason.length >= 3, { path: ['reason'], message: 'Say in a sentence why not: it stays on record.' })
export const replyLetterSchema = oneLetterSchema.extend({ reply: z.string().trim().min(3, 'Write a reply.').max(4_000, 'Keep the reply under 4,000 characters.') })
export const pitchLetterSchema = oneLetterSchema.extend({ title: z.string().trim().min(1, 'Give it a working title.').max(200, 'Keep the working title under 200 characters.') })

/** A letter as the text of a story: a paragraph for each that its writer made. */
export function letterDocument(letter: string): StoryDocument {
  const paragraphs = letter.split(/\n\s*\n/).map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim()).filter((paragraph) => paragraph !== '')
  return { type: 'doc', content: paragraphs.map((words) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text: words }] })) }
}
