import 'server-only'
import { wordCount, plainText } from '#domain/document/plain-text.ts'
import { sizeInWords, sizeOfChange } from '#domain/document/size-of-change.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { unmetChecks, type UnmetCheck } from '#domain/publish-checks.ts'
import { holdEnds } from '#domain/review-policy.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import { db } from '../db.ts'
import { standingsOf } from '../media/queries.ts'
import { paperDay } from '../settings/paper-day.ts'
import { contentOf, REVISION_CONTENT, type RevisionRow } from '../stories/content.ts'
import { holdRules } from './holds.ts'
import { riskUnmet } from './risk-checks.ts'

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

/** More lines than these nobody reads at once; the others stay short. */
const DETAILED = 50

/** The facts of the first lines of a queue, by story id; a fixed number of questions to the database, however many lines. */
export async function queueFacts(actor: Actor, storyIds: readonly string[]): Promise<Record<string, QueueFacts>> {
  const ids = storyIds.slice(0, DETAILED)
  if (ids.length === 0 || !decide(actor.role, 'enterNewsroom').allowed) return {}
  const stories = await db().story.findMany({ where: { id: { in: ids } }, select: { id: true, state: true, stateSince: true, workingRevisionId: true, liveRevisionId: true } })
  const mine = await db().review.findMany({ where: { storyId: { in: ids }, byId: actor.userId }, orderBy: { createdAt: 'desc' }, distinct: ['storyId'], select: { storyId: true, revisionId: true } })
  const lastSeen = new Map(mine.map(({ storyId, revisionId }) => [storyId, revisionId]))
  const wanted = stories.flatMap(({ id, workingRevisionId, liveRevisionId }) => [workingRevisionId, lastSeen.get(id) ?? liveRevisionId].filter((one) => one !== null))
  const [revisions, blocking, rules, { today }] = await Promise.all([
    db().revision.findMany({ where: { id: { in: wanted } }, select: REVISION_CONTENT }),
    db().note.groupBy({ by: ['storyId'], where: { storyId: { in: ids }, blocking: true, resolvedAt: null }, _count: { _all: true } }),
    holdRules(),
    paperDay(new Date()),
  ])
  // Parsed once: a body is checked against its schema each time that it is read.
  const byId = new Map(revisions.map((revision) => [revision.id, { ...revision, content: contentOf(revision) }]))
  const notesOf = new Map(blocking.map(({ storyId, _count }) => [storyId, _count._all]))
  const working = stories.flatMap(({ workingRevisionId }) => byId.get(workingRevisionId ?? '') ?? [])
  const [assets, risks] = await Promise.all([standingsOf(working.flatMap(({ content }) => assetIdsOf(content))), risksOf(working)])
  return Object.fromEntries(
    stories.flatMap((story) => {
      const revision = byId.get(story.workingRevisionId ?? '')
      if (revision === undefined) return []
      const { content } = revision
      const openBlockingNotes = notesOf.get(story.id) ?? 0
      const unmet = unmetChecks({ ...content, assets, openBlockingNotes, today, risks: risks.get(revision.id) ?? [] })
      const facts: QueueFacts = {
        change: changeOf(revision, lastSeen.has(story.id), byId.get(lastSeen.get(story.id) ?? story.liveRevisionId ?? '')),
        unmet: unmet.filter(({ field }) => field !== 'notes').length,
        blockingNotes: openBlockingNotes,
        dueAt: holdEnds(story.state, story.stateSince, rules)?.toISOString() ?? null,
      }
      return [[story.id, facts]]
    }),
  )
}

type Read = { id: string; content: StoryContent }

function changeOf({ id, content }: Read, decided: boolean, base: Read | undefined): string {
  const count = wordCount(plainText(content.body))
  if (base === undefined) return `New to you, ${count} words`
  const since = decided ? 'Since your last decision' : 'Since what readers see'
  return base.id === id ? `${since}: no change` : `${since}: ${sizeInWords(sizeOfChange(base.content, content))}`
}

/** What the risk checklist leaves open for revisions of sections that require it. */
async function risksOf(revisions: readonly RevisionRow[]): Promise<Map<string, UnmetCheck[]>> {
  const sections = await db().section.findMany({ where: { needsRiskChecklist: true }, select: { id: true } })
  const needing = revisions.filter(({ sectionId }) => sections.some(({ id }) => id === sectionId))
  if (needing.length === 0) return new Map()
  const rows = await db().riskCheck.findMany({ where: { revisionId: { in: needing.map(({ id }) => id) } }, orderBy: { createdAt: 'desc' }, distinct: ['revisionId'], select: { revisionId: true, answers: true } })
  const answers = new Map(rows.map((row) => [row.revisionId, row.answers]))
  return new Map(needing.map(({ id }) => [id, riskUnmet(answers.get(id))]))
}
