'use server'

import { redirect } from 'next/navigation'
import { storyToMakeSchema } from '#domain/from-text/story-content.ts'
import type { Result } from '#domain/result.ts'
import { runAction } from '#server/action.ts'
import { createStory } from '#server/stories/commands.ts'

/** Makes the story that the person saw, and goes to it. */
export async function makeStoryAction(input: unknown): Promise<Result> {
  const made = await runAction(storyToMakeSchema, input, (actor, story) => createStory(actor, story))
  if (!made.ok) return made
  redirect(`/newsroom/stories/${made.storyId}`)
}
