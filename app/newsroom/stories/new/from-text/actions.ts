'use server'

import { storyToMakeSchema } from '#domain/from-text/story-content.ts'
import type { Result } from '#domain/result.ts'
import { runAction } from '#server/action.ts'
import { createStory } from '#server/stories/commands.ts'

/** Makes the story that the person saw; answers the path of its editor. */
export async function makeStoryAction(input: unknown): Promise<Result<{ goTo: string }>> {
  const made = await runAction(storyToMakeSchema, input, (actor, story) => createStory(actor, story))
  return made.ok ? { ok: true, goTo: `/newsroom/stories/${made.storyId}` } : made
}
