import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory } from '#domain/policy.ts'
import type { StoryState } from '#domain/workflow.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { db } from '../db.ts'
import { reviewRules, storyCase, STORY_STANDING } from './lock.ts'

/** A story as a card of the editor shows it. */
export type RelatedLine = { id: string; headline: string; section: string | null; state: StoryState; live: boolean }

const MAX_LINES = 10
const LINE = {
  ...STORY_STANDING,
  workingRevision: { select: { ...STORY_STANDING.workingRevision.select, headline: true, section: { select: { name: true } } } },
} as const satisfies Prisma.StorySelect

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Stories that this person may read whose headline has these words, those that changed last first, at most ten. */
export async function findRelated(actor: Actor, query: string): Promise<RelatedLine[]> {
  const words = query.trim()
  const headline = words === '' ? { not: '' } : { contains: words.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' as const }
  return readable(actor, { kind: 'STORY', state: { not: 'WITHDRAWN' }, workingRevision: { headline } })
}

/** One story by its id, in a list; empty where there is none that this person may read. */
export async function relatedLine(actor: Actor, id: string): Promise<RelatedLine[]> {
  return UUID.test(id) ? readable(actor, { id }) : []
}

async function readable(actor: Actor, where: Prisma.StoryWhereInput): Promise<RelatedLine[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const [policy, stories] = await Promise.all([
    reviewRules(db()),
    db().story.findMany({ where, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }], take: MAX_LINES, select: LINE }),
  ])
  return stories
    .filter((story) => decideOnStory(actor.role, 'readStory', storyCase(actor, story, policy)).allowed)
    .map((story) => ({
      id: story.id,
      headline: story.workingRevision?.headline ?? '',
      section: story.workingRevision?.section?.name ?? null,
      state: story.state,
      live: story.liveRevisionId !== null,
    }))
}
