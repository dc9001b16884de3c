import 'server-only'
import { gamesOf, pollsOf, type StoryDocument } from '#domain/document/schema.ts'
import type { LiveParts } from '#domain/story-view.ts'
import { readPolls } from '../polls/read.ts'
import { paperInThisEpoch } from '../settings/read-paper.ts'
import { readGames } from '../sports/read.ts'

/** The scores and polls that a body shows, as they are now; null where it shows none. */
export async function liveParts(body: StoryDocument): Promise<LiveParts | null> {
  const [gameIds, pollIds] = [gamesOf(body), pollsOf(body)]
  if (gameIds.length + pollIds.length === 0) return null
  const [games, polls, { timeZone, language }] = await Promise.all([readGames(gameIds), readPolls(pollIds), paperInThisEpoch()])
  return { games, polls, timeZone, language }
}
