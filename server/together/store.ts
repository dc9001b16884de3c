import 'server-only'
import * as Y from 'yjs'
import type { Actor } from '#domain/people.ts'
import { decideOnStory } from '#domain/policy.ts'
import type { Problem } from '#domain/result.ts'
import { storyContentSchema, type StoryContent } from '#domain/story.ts'
import type { StoredMessage } from '#domain/together/messages.ts'
import { contentFrom } from '#domain/together/shared-draft.ts'
import type { SocketSession } from '../auth/socket-session.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { lockStory, reviewRules, storyCase, STORY_STANDING, type StoryStanding } from '../stories/lock.ts'
import { isUnchanged, referenceProblems, tidied } from '../stories/revisions.ts'
import { asItStands, savedAs, storeContent, type SavedDraft } from '../stories/save.ts'
import { findSharedDraft, stateOf } from '../stories/shared-draft.ts'
import { actorStill } from './standing.ts'

/** Changes that came from the database: they are stored already. */
export const FROM_DATABASE = { source: 'local', skipStoreHooks: true } as const

export type ToStore = {
  storyId: string
  generation: string
  document: Y.Doc
  /** The stored version that the document holds. */
  version: number
  /** Who changed it since, the last one last. */
  writers: readonly Writer[]
  /** Called in the moment that is stored: what comes later is not covered. Answers everybody who wrote until then. */
  onSnapshot: () => readonly Writer[]
}

/** Somebody who wrote, and by which session. */
export type Writer = { actor: Actor; session: SocketSession }

/** How a story stands in the database, as editors are told. */
export type SavedNow = Omit<StoredMessage, 'type' | 'n'>

/** `refused`: none of the writers may edit the story any more. `replaced`: the story has another shared document now. */
export type StoreOutcome =
  | { kind: 'stored'; version: number; content: StoryContent; saved: SavedNow; bytes: number }
  | { kind: 'refused' | 'replaced' }

/**
 * Stores an open document as its working revision, in one transaction: those who wrote are asked for their rights again,
 * what another way wrote meanwhile is merged in, and the content goes the way of every save. What cannot be a revision
 * is kept in the document alone, with the reason, which holds up every decision on the story.
 */
export function storeTogether(to: ToStore): Promise<StoreOutcome> {
  return inTransaction(async (tx) => {
    const actors = await actorsNow(tx, to.writers)
    const story = await lockStory(tx, to.storyId)
    const policy = await reviewRules(tx)
    const actor = actors.findLast((one) => decideOnStory(one.role, 'editStory', storyCase(one, story, policy)).allowed)
    const row = await findSharedDraft(tx, to.storyId)
    if (row === null || row.generation !== to.generation) return { kind: 'replaced' }
    if (row.version !== to.version) Y.applyUpdate(to.document, row.state, FROM_DATABASE)
    if (actor === undefined) return { kind: 'refused' }

    const writers = to.onSnapshot().map(({ actor }) => actor.userId)
    const state = stateOf(to.document)
    const { content, problems } = contentFrom(to.document)
    const revision = await asRevision(tx, { actor, writers }, story, content, problems)
    const problem = revision.problems[0]?.message ?? null
    let { version } = row
    if (problem !== row.problem || Buffer.compare(state, row.state) !== 0) {
      const data = { state, problem, version: { increment: 1 } }
      version = (await tx.sharedDraft.update({ where: { storyId: to.storyId }, data, select: { version: true } })).version
    }
    return { kind: 'stored', version, content, saved: told(revision.saved, revision.problems), bytes: state.byteLength }
  })
}

function told({ version, revisionId, savedAt, state, checks }: SavedDraft, problems: readonly Problem[]): SavedNow {
  return { version, revisionId, savedAt, state, checks, problems: [...problems] }
}

/** How a story stands in the database now. */
export function readSaved(storyId: string): Promise<SavedNow> {
  return inTransaction(async (tx) => {
    const story = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: STORY_STANDING })
    const row = await tx.sharedDraft.findUnique({ where: { storyId }, select: { problem: true } })
    return told(await savedAs(tx, storyId, asItStands(story)), row?.problem == null ? [] : [{ message: row.problem }])
  })
}

/** The writers with the roles that they have now; whose account or session has ended is left out. Locked in one order, for all alike. */
async function actorsNow(tx: Tx, writers: readonly Writer[]): Promise<Actor[]> {
  const found = new Map<string, Actor>()
  for (const { actor, session } of [...writers].sort((a, b) => (a.actor.userId < b.actor.userId ? -1 : 1))) {
    try {
      await actorNow(tx, actor)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      continue
    }
    const still = await actorStill(session, Date.now(), tx)
    if (still !== null) found.set(still.userId, still)
  }
  return writers.flatMap(({ actor }) => found.get(actor.userId) ?? [])
}

async function asRevision(tx: Tx, by: { actor: Actor; writers: readonly string[] }, story: StoryStanding, said: StoryContent, problems: readonly Problem[]) {
  const parsed = storyContentSchema.safeParse(said)
  if (problems.length > 0 || !parsed.success) {
    const reasons = problems.length > 0 ? [...problems] : [{ message: 'Part of the text cannot be stored. Undo your last change and try again.' }]
    return { saved: await savedAs(tx, story.id, asItStands(story)), problems: reasons }
  }
  const content = tidied(parsed.data)
  if (await isUnchanged(tx, story.workingRevisionId, content)) return { saved: await savedAs(tx, story.id, asItStands(story)), problems: [] }
  const missing = await referenceProblems(tx, content)
  if (missing.length > 0) return { saved: await savedAs(tx, story.id, asItStands(story)), problems: missing }
  return { saved: await savedAs(tx, story.id, await storeContent(tx, by, story, content)), problems: [] }
}
