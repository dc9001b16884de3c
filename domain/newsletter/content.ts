import { z } from 'zod'

/** What a newsletter tells of, by id alone: what it says of a story or a note is read when a copy is handed over, so that nothing withdrawn is in it. */

export const NEWSLETTER_KINDS = ['WEEKLY', 'BREAKING'] as const
export type NewsletterKind = (typeof NEWSLETTER_KINDS)[number]
export const NEWSLETTER_NAMES: Record<NewsletterKind, string> = { WEEKLY: 'The week', BREAKING: 'Breaking news' }

/** `top`: lead and secondary stories, the lead first; `blocks`: those of each section; `corrections`: notes since the last weekly one. */
const contentSchema = z.object({ top: z.array(z.uuid()), blocks: z.array(z.array(z.uuid())), corrections: z.array(z.uuid()) })
export type NewsletterContent = z.output<typeof contentSchema>

/** What is stored as a newsletter's content; null where it cannot be read. */
export function contentOf(json: unknown): NewsletterContent | null {
  const parsed = contentSchema.safeParse(json)
  return parsed.success ? parsed.data : null
}

/** The stories of a content, in its order. */
export function storiesOf({ top, blocks }: NewsletterContent): string[] {
  return [...top, ...blocks.flat()]
}

/** Whether there is anything to tell. */
export function isEmpty(content: NewsletterContent): boolean {
  return storiesOf(content).length === 0 && content.corrections.length === 0
}

type Placed = { id: string; publishedAt: string }
type Arranged = { lead: Placed | null; seconds: readonly Placed[]; blocks: readonly (readonly Placed[])[] }

/** The week's newsletter of a front page: what of it came out after `since` (null: all of it), where it stands there. */
export function weeklyContent({ lead, seconds, blocks }: Arranged, since: Date | null, corrections: readonly string[]): NewsletterContent {
  const isNew = ({ publishedAt }: Placed) => since === null || new Date(publishedAt) > since
  const ids = (row: readonly Placed[]) => row.filter(isNew).map(({ id }) => id)
  return { top: ids([...(lead === null ? [] : [lead]), ...seconds]), blocks: blocks.map(ids).filter((block) => block.length > 0), corrections: [...corrections] }
}
