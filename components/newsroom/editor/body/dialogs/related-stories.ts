import { z } from 'zod'
import { STORY_STATES } from '#domain/workflow.ts'
import { askFor } from './use-answer.client.ts'

const lineSchema = z.object({ id: z.uuid(), headline: z.string(), section: z.string().nullable(), state: z.enum(STORY_STATES), live: z.boolean() })
/** A story of this paper as a card of the editor shows it. */
export type RelatedLine = z.infer<typeof lineSchema>

const answerSchema = z.object({ stories: z.array(lineSchema) })

/** Stories whose headline has these words, the last changed first. */
export async function findStories(query: string, signal: AbortSignal): Promise<RelatedLine[]> {
  return (await askFor(`/api/stories/related?${new URLSearchParams({ q: query }).toString()}`, answerSchema, signal)).stories
}

/** One story by id; null where there is none that this person may read. */
export async function storyLine(id: string, signal: AbortSignal): Promise<RelatedLine | null> {
  return (await askFor(`/api/stories/related?${new URLSearchParams({ id }).toString()}`, answerSchema, signal)).stories[0] ?? null
}
