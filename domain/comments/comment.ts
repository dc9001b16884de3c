import { z } from 'zod'
import { emailSchema, personNameSchema } from '../people.ts'
import { foldedWords } from '../search/fold.ts'

/** Comments of readers: what they may send, and which words are pointed out. */

export const COMMENT_STATES = ['WAITING', 'APPROVED', 'DECLINED', 'REMOVED'] as const
export type CommentState = (typeof COMMENT_STATES)[number]
export const COMMENT_STATE_NAMES: Record<CommentState, string> = { WAITING: 'Waits', APPROVED: 'On the story', DECLINED: 'Declined', REMOVED: 'Taken off' }

/** A comment as readers see it; `at`: ISO 8601. */
export type CommentView = { id: string; name: string; text: string; at: string }
/** What readers see below a story. `takes`: whether it takes new ones; `next`: behind which comment the next page goes on. */
export type CommentsView = { comments: CommentView[]; next: string | null; takes: boolean }

/** How long an address, and the words of what readers do not see, are kept after the decision, in days. */
export const KEEP_COMMENTER_DAYS = 90

/** The form that readers send. What is wrong is named by its field; the page has the words. */
export const commentFormSchema = z.object({
  name: personNameSchema,
  email: z.union([z.string().trim().length(0).transform(() => null), z.string().trim().pipe(emailSchema)]),
  text: z.string().trim().min(2).max(2_000),
})
export type CommentForm = z.output<typeof commentFormSchema>

/** The forms of the newsroom. */
export const oneCommentSchema = z.object({ commentId: z.uuid() })
export const refuseCommentSchema = oneCommentSchema.extend({ reason: z.string().trim().min(3, 'Say in a sentence why: it stays on record.').max(1_000, 'Keep the reason under 1,000 characters.') })
export const storyCommentsSchema = z.object({ storyId: z.uuid() })
export const commentSettingsSchema = z.object({
  open: z.string().optional().transform((value) => value !== undefined && value !== ''),
  blockedWords: z.string().max(20_000, 'Keep the list under 20,000 characters.').default(''),
})
export type CommentSettingsInput = z.output<typeof commentSettingsSchema>

/** Which of the blocked words, one a line, stand in a text as words of their own; whatever their case and accents. */
export function blockedIn(text: string, list: string): string[] {
  const among = (words: string) => ` ${foldedWords(words).join(' ')} `
  const all = among(text)
  const words = list.split('\n').map((word) => word.trim()).filter((word) => among(word).trim() !== '')
  return [...new Set(words)].filter((word) => all.includes(among(word)))
}
