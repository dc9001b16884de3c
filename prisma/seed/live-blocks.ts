import type { Block } from '#domain/document/schema.ts'
import type { LiveStory } from './copy.ts'

const WITH_SCORE = 'Volleyball takes league title in five sets'
const WITH_POLL = 'Swimmers trade practice for sunrise, and like it'

function withBlock(story: LiveStory, at: number, block: Block): LiveStory {
  return { ...story, body: [...story.body.slice(0, at), block, ...story.body.slice(at)] }
}

/** The demo stories with the score of a game and with a poll, each in its place. */
export function withLiveBlocks(stories: readonly LiveStory[], { finalId, pollId }: { finalId: string; pollId: string }): LiveStory[] {
  return stories.map((story) => {
    if (story.headline === WITH_SCORE) return withBlock(story, 3, { type: 'scoreboard', attrs: { gameId: finalId } })
    return story.headline === WITH_POLL ? withBlock(story, story.body.length, { type: 'poll', attrs: { pollId } }) : story
  })
}
