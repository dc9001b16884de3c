import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import type { Refused } from '#domain/result.ts'
import { storyContentSchema, type DraftSave, type StoryContent } from '#domain/story.ts'
import { mayExtend, stateAfterEdit, waitsForAnswer, type StoryState } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tellReviewers } from '../notifications/of-stories.ts'
import { revisionChecks } from './checks.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'
import { lockFor, type StoryStanding } from './lock.ts'
import { checkReferences, cutRevision, EXTEND_FOR_MS, extendRevision, freeze, isUnchanged, tidied } from './revisions.ts'
import { contentIn, findSharedDraft, writeSharedDraft } from './shared-draft.ts'
import { cancelPlans } from './timing/plans.ts'

export type StaleSave = { savedBy: string; savedAt: string; version: number }
/** `savedAt` is ISO 8601; `checks` keep the story from being approved. */
export type SavedDraft = { version: number; revisionId: string | null; savedAt: string; state: StoryState; checks: UnmetCheck[] }
export type SaveResult = CommandResult<SavedDraft> | (Refused & { stale: StaleSave })
type Saved = { ok: true; tags: string[] } & SavedDraft

class StaleVersion extends Error {
  readonly stale: StaleSave
  constructor(stale: StaleSave) {
    super('stale version')
    this.stale = stale
  }
}

/**
 * Stores a whole draft that started from `version`. On a newer version nothing changes, and the answer says who saved
 * meanwhile ("never bends" 5). Content equal to what is stored is acknowledged without a new version, so that an open
 * editor never undoes an approval.
 */
export async function saveDraft(actor: Actor, save: { storyId: string } & DraftSave): Promise<SaveResult> {
  try {
    return await outcome(() => inTransaction((tx) => saveIn(tx, actor, save)))
  } catch (error) {
    if (!(error instanceof StaleVersion)) throw error
    return { ok: false, problems: [{ message: `${error.stale.savedBy} saved this story meanwhile.` }], stale: error.stale }
  }
}

async function saveIn(tx: Tx, actor: Actor, save: { storyId: string } & DraftSave): Promise<Saved> {
  const story = await lockFor(tx, actor, 'editStory', save.storyId)
  const content = tidied(save.content)
  if (await isUnchanged(tx, story.workingRevisionId, content)) return savedAs(tx, story.id, asItStands(story))
  if (save.version !== story.version) throw new StaleVersion(staleness(story))
  return replaceIn(tx, actor, story, content)
}

/**
 * Changes the content of a story for somebody who may edit it, from what its shared document says now; editors that are
 * open take the change up. `change` gets the content and answers the new one; what cannot be stored is refused.
 */
export function changeDraft(actor: Actor, storyId: string, change: (content: StoryContent) => StoryContent): Promise<CommandResult<SavedDraft>> {
  return outcome(() => inTransaction((tx) => changeDraftIn(tx, actor, storyId, change)))
}

/** The same inside the transaction of a command that does more. Throws a Refusal. */
export async function changeDraftIn(tx: Tx, actor: Actor, storyId: string, change: (content: StoryContent) => StoryContent): Promise<Saved> {
  const story = await lockFor(tx, actor, 'editStory', storyId)
  const changed = storyContentSchema.safeParse(change(await contentNow(tx, story)))
  if (!changed.success) throw new Refusal(changed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })))
  const content = tidied(changed.data)
  if (await isUnchanged(tx, story.workingRevisionId, content)) {
    await writeSharedDraft(tx, story.id, content)
    return savedAs(tx, story.id, asItStands(story))
  }
  return replaceIn(tx, actor, story, content)
}

async function contentNow(tx: Tx, story: StoryStanding): Promise<StoryContent> {
  const shared = await findSharedDraft(tx, story.id)
  if (shared !== null) return contentIn(shared)
  if (story.workingRevisionId === null) throw new Refusal('There is no such revision of this story.')
  return contentOf(await tx.revision.findUniqueOrThrow({ where: { id: story.workingRevisionId }, select: REVISION_CONTENT }))
}

/** Stores content that comes from elsewhere than the open editors. */
async function replaceIn(tx: Tx, actor: Actor, story: StoryStanding, content: StoryContent): Promise<Saved> {
  await checkReferences(tx, content)
  await writeSharedDraft(tx, story.id, content)
  return savedAs(tx, story.id, await storeContent(tx, { actor, writers: [actor.userId] }, story, content))
}

function staleness(story: StoryStanding): StaleSave {
  const revision = story.workingRevision
  return { savedBy: revision?.createdBy.staff.name ?? 'Somebody', savedAt: (revision?.savedAt ?? story.stateSince).toISOString(), version: story.version }
}

/** How a story stands in the database after a save. */
export type Stored = { version: number; savedAt: Date; state: StoryState; revisionId: string | null }

/** Nothing new was stored. */
export function asItStands(story: StoryStanding): Stored {
  return { version: story.version, savedAt: story.workingRevision?.savedAt ?? story.stateSince, state: story.state, revisionId: story.workingRevisionId }
}

/**
 * The one way in which content becomes a revision: extends the working revision, or cuts the next one. The caller holds
 * the story's lock, has asked the policy, and knows that the content is new and can be stored (`tidied`, references).
 * `actor` answers for it; `writers` are the users who wrote it.
 */
export async function storeContent(tx: Tx, by: { actor: Actor; writers: readonly string[] }, story: StoryStanding, content: StoryContent): Promise<Stored> {
  const state = stateAfterEdit(story.state)
  if (state === null) throw new Refusal('A withdrawn story can no longer be changed.')
  const now = timeNow()
  const working = story.workingRevision
  // Whoever reviews decides on a revision id: while a story is in review, what an id stands for never changes.
  const extend = mayExtend(story.state) && working !== null && working.frozenAt === null && now.getTime() - working.createdAt.getTime() < EXTEND_FOR_MS
  let revisionId: string
  if (extend) {
    revisionId = working.id
    await extendRevision(tx, revisionId, content)
  } else {
    if (working !== null) await freeze(tx, working.id)
    revisionId = await cutRevision(tx, by.actor, story.id, (working?.number ?? 0) + 1, content)
    await recordEvent(tx, { actor: by.actor, kind: 'story.edited', storyId: story.id, revisionId, data: { from: story.state, to: state } })
  }
  // What was to be published at a time is no longer what was approved.
  if (state !== story.state) await cancelPlans(tx, by.actor, { storyId: story.id, kinds: ['PUBLISH'], why: 'edited', now })
  await nameWriters(tx, revisionId, by.writers, extend ? working.createdById : by.actor.userId)
  const moved = state === story.state ? {} : { state, stateSince: now }
  const { version } = await tx.story.update({
    where: { id: story.id },
    data: { version: { increment: 1 }, workingRevisionId: revisionId, ...moved },
    select: { version: true },
  })
  // Who had approved it decides anew.
  if (state !== story.state && waitsForAnswer(state)) await tellReviewers(tx, { byId: by.actor.userId, storyId: story.id })
  return { version, savedAt: now, state, revisionId }
}

/** Who wrote in a revision, besides whoever began it. */
async function nameWriters(tx: Tx, revisionId: string, writers: readonly string[], beganBy: string): Promise<void> {
  const others = [...new Set(writers)].filter((userId) => userId !== beganBy)
  await tx.revisionContributor.createMany({ data: others.map((userId) => ({ revisionId, userId })), skipDuplicates: true })
}

/** What a saved story's screen shows, read in the transaction of the save. */
export async function savedAs(tx: Tx, storyId: string, stored: Stored): Promise<Saved> {
  const checks = stored.revisionId === null ? [] : await revisionChecks(tx, storyId, stored.revisionId)
  return { ok: true as const, tags: [], version: stored.version, revisionId: stored.revisionId, savedAt: stored.savedAt.toISOString(), state: stored.state, checks }
}
