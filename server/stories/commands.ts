import 'server-only'
import { EMPTY_DOCUMENT } from '#domain/document/schema.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { BylineInput, StoryContent, StoryKind } from '#domain/story.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { checkReferences, cutRevision, tidied } from './revisions.ts'

const EMPTY: StoryContent = { headline: '', deck: '', slug: '', sectionId: null, tags: [], bylines: [], lead: null, body: EMPTY_DOCUMENT }

export type NewStory = { content?: StoryContent; notes?: string[] }
/** `starter`: whose story it is from its beginning, where somebody else has it made; `commissioned`: whoever makes it asks others to write it; `kind`: a story, unless said. */
export type MadeFor = { starter?: Actor; commissioned?: boolean; kind?: StoryKind }

/**
 * Starts a story as a draft of the actor's, signed by them unless `content` names other bylines. `notes` become open
 * blocking notes on it, so that nothing known to be missing is forgotten.
 */
export function createStory(actor: Actor, input: NewStory = {}): Promise<CommandResult<{ storyId: string; revisionId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const made = await createStoryIn(tx, await actorNow(tx, actor), input)
      return { ok: true, tags: [], ...made }
    }),
  )
}

/** The same inside the transaction of a command that does more; `actor` with the role that they have now. Throws a Refusal. */
export async function createStoryIn(tx: Tx, actor: Actor, input: NewStory, { starter = actor, commissioned = false, kind = 'STORY' }: MadeFor = {}): Promise<{ storyId: string; revisionId: string }> {
  const verdict = decide(actor.role, 'createStory')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  const content = tidied(input.content ?? (await signedBy(tx, starter)))
  await checkReferences(tx, content)
  const story = await tx.story.create({ data: { createdById: starter.userId, commissioned, kind }, select: { id: true } })
  const revisionId = await cutRevision(tx, starter, story.id, 1, content)
  await tx.story.update({ where: { id: story.id }, data: { workingRevisionId: revisionId }, select: { id: true } })
  const notes = (input.notes ?? []).map((body) => ({ storyId: story.id, revisionId, authorId: actor.userId, body, blocking: true }))
  await tx.note.createMany({ data: notes })
  await recordEvent(tx, { actor, kind: 'story.created', storyId: story.id, revisionId, ...(starter.userId === actor.userId ? {} : { data: { for: starter.userId } }) })
  return { storyId: story.id, revisionId }
}

/** An empty story with the byline of whoever writes it; null: of nobody. */
export async function signedBy(tx: Tx, writer: { staffId: string } | null): Promise<StoryContent> {
  return { ...EMPTY, bylines: writer === null ? [] : [await bylineOf(tx, writer)] }
}

/** The byline that is proposed for somebody on staff: with the position that they have or last had. */
export async function bylineOf(tx: Tx, { staffId }: { staffId: string }): Promise<BylineInput> {
  const membership = await tx.membership.findFirst({ where: { staffId }, orderBy: { schoolYear: 'desc' }, select: { position: true } })
  return { staffId, name: null, credit: membership?.position ?? '' }
}
