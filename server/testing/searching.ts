import 'server-only'
import type { SearchAnswer } from '#domain/search/answer.ts'
import { NOTHING_ASKED, type SearchAsked } from '#domain/search/filters.ts'
import type { StoryContent } from '#domain/story.ts'
import { readSearch } from '../search/search.ts'

/** A body of plain paragraphs. */
export function bodyOf(...lines: string[]): StoryContent['body'] {
  return { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}

/** What readers get for a search: words alone, or with filters. */
export async function searchFor(change: Partial<SearchAsked> | string, many = 10): Promise<SearchAnswer> {
  const asked = typeof change === 'string' ? { q: change } : change
  return (await readSearch({ ...NOTHING_ASKED, ...asked }, { many, whole: false })).answer
}

/** The headlines that it finds, in their order. */
export async function headlinesFor(change: Partial<SearchAsked> | string): Promise<string[]> {
  const answer = await searchFor(change)
  return answer.kind === 'found' ? answer.results.map(({ card }) => card.headline) : []
}
