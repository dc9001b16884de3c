import { z } from 'zod'

/** What a series may say of itself. It is a label of stories that were approved, not a text beside them: so it stays short. */
export const seriesWordsSchema = z.object({
  title: z.string().trim().min(1, 'Give the series a title.').max(80, 'Keep the title under 80 characters.'),
  description: z.string().trim().max(300, 'Keep the description under 300 characters.'),
})
export type SeriesWords = z.infer<typeof seriesWordsSchema>

/** A list with the item at `from` moved one place; null where it is at that end already. */
export function movedOne<T>(list: readonly T[], from: number, move: 'up' | 'down'): T[] | null {
  const to = move === 'up' ? from - 1 : from + 1
  const [item, other] = [list[from], list[to]]
  return item === undefined || other === undefined ? null : list.with(from, other).with(to, item)
}
