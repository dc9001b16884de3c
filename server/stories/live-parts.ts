import 'server-only'
import { gamesOf, pollsOf, type StoryDocument } from '#domain/document/schema.ts'
import type { LiveParts } from '#domain/story-view.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import { readPolls } from '../polls/read.ts'
import { readPaper } from '../settings/read-paper.ts'
import { readGames } from '../sports/read.ts'

/** The scores and polls that a body shows, as they are now; null where it shows none. */
export async function liveParts(body: StoryDocument): Promise<LiveParts | null> {
  const [gameIds, pollIds] = [gamesOf(body), pollsOf(body)]
  if (gameIds.length + pollIds.length === 0) return null
  const [games, polls, { timeZone, language }] = await Promise.all([readGames(gameIds), readPolls(pollIds), inThisEpoch('paper', readPaper)])
  return { games, polls, timeZone, language }
}
