import 'server-only'
import { wordCount, plainText } from '#domain/document/plain-text.ts'
import { sizeInWords, sizeOfChange } from '#domain/document/size-of-change.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { unmetChecks } from '#domain/publish-checks.ts'
import { holdEnds } from '#domain/review-policy.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import { db } from '../db.ts'
import { standingsOf } from '../media/queries.ts'
import { checkFacts } from '../stories/checks.ts'
import { contentOf, REVISION_CONTENT } from '../stories/content.ts'
import { DETAILED } from '../stories/lists.ts'
import { holdRules } from './holds.ts'

/** What a line of the queue tells besides the story's standing. Instants are ISO 8601. */
export type QueueFacts = {
  /** "new, 420 words", or what changed since this person's last decision or since what readers see. */
  change: string
  /** How many publish checks are unmet, without those of the copy desk. */
  unmet: number
  blockingNotes: number
  /** When the paper's time to decide is over; null: nobody holds it. */
  dueAt: string | null
}

/** The facts of the first lines of a queue, by story id; a fixed number of questions to the database, however many lines. */
export async function queueFacts(actor: Actor, storyIds: readonly string[]): Promise<Record<string, QueueFacts>> {
  const ids = storyIds.slice(0, DETAILED)
  if (ids.length === 0 || !decide(actor.role, 'enterNewsroom').allowed) return {}
  const stories = await db().story.findMany({ where: { id: { in: ids } }, select: { id: true, state: true, stateSince: true, workingRevisionId: true, liveRevisionId: true } })
  const mine = await db().review.findMany({ where: { storyId: { in: ids }, byId: actor.userId }, orderBy: { createdAt: 'desc' }, distinct: ['storyId'], select: { storyId: true, revisionId: true } })
  const lastSeen = new Map(mine.map(({ storyId, revisionId }) => [storyId, revisionId]))
  const wanted = stories.flatMap(({ id, workingRevisionId, liveRevisionId }) => [workingRevisionId, lastSeen.get(id) ?? liveRevisionId].filter((one) => one !== null))
  const [revisions, rules] = await Promise.all([db().revision.findMany({ where: { id: { in: wanted } }, select: REVISION_CONTENT }), holdRules()])
  // Parsed once: a body is checked against its schema each time that it is read.
  const byId = new Map(revisions.map((revision) => [revision.id, { id: revision.id, revision, content: contentOf(revision) }]))
  // What waits for a writer is their own.
  const fresh = actor.role === 'WRITER' ? '' : 'New to you, '
  const working = stories.flatMap(({ id, workingRevisionId }) => {
    const read = byId.get(workingRevisionId ?? '')
    return read === undefined ? [] : [{ storyId: id, ...read }]
  })
  const [assets, checked] = await Promise.all([standingsOf(working.flatMap(({ content }) => assetIdsOf(content))), checkFacts(db(), working)])
  return Object.fromEntries(
    stories.flatMap((story) => {
      const read = byId.get(story.workingRevisionId ?? '')
      const facts = checked.get(read?.id ?? '')
      if (read === undefined || facts === undefined) return []
      const unmet = unmetChecks({ ...read.content, ...facts, assets })
      const line: QueueFacts = {
        change: changeOf(read, lastSeen.has(story.id), byId.get(lastSeen.get(story.id) ?? story.liveRevisionId ?? ''), fresh),
        unmet: unmet.filter(({ field }) => field !== 'notes').length,
        blockingNotes: facts.openBlockingNotes,
        dueAt: holdEnds(story.state, story.stateSince, rules)?.toISOString() ?? null,
      }
      return [[story.id, line]]
    }),
  )
}

type Read = { id: string; content: StoryContent }

function changeOf({ id, content }: Read, decided: boolean, base: Read | undefined, fresh: string): string {
  const count = wordCount(plainText(content.body))
  if (base === undefined) return `${fresh}${count} words`
  const since = decided ? 'Since your last decision' : 'Since what readers see'
  return base.id === id ? `${since}: no change` : `${since}: ${sizeInWords(sizeOfChange(base.content, content))}`
}
