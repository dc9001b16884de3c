import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import type { Refused } from '#domain/result.ts'
import type { DraftSave, StoryContent } from '#domain/story.ts'
import { mayExtend, stateAfterEdit, type StoryState } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { revisionChecks } from './checks.ts'
import { lockFor, type StoryStanding } from './lock.ts'
import { checkReferences, cutRevision, EXTEND_FOR_MS, extendRevision, freeze, isUnchanged, tidied } from './revisions.ts'

export type StaleSave = { savedBy: string; savedAt: string; version: number }
export type SaveResult = CommandResult<{ version: number; revisionId: string | null; savedAt: string; state: StoryState; checks: UnmetCheck[] }> | (Refused & { stale: StaleSave })

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

async function saveIn(tx: Tx, actor: Actor, save: { storyId: string } & DraftSave) {
  const story = await lockFor(tx, actor, 'editStory', save.storyId)
  const content = tidied(save.content)
  const unchanged = await isUnchanged(tx, story.workingRevisionId, content)
  if (!unchanged) {
    if (save.version !== story.version) throw new StaleVersion(staleness(story))
    await checkReferences(tx, content)
    return answer(tx, save.storyId, await store(tx, actor, story, content))
  }
  return answer(tx, save.storyId, { version: story.version, savedAt: story.workingRevision?.savedAt ?? story.stateSince, state: story.state, revisionId: story.workingRevisionId })
}

function staleness(story: StoryStanding): StaleSave {
  const revision = story.workingRevision
  return { savedBy: revision?.createdBy.staff.name ?? 'Somebody', savedAt: (revision?.savedAt ?? story.stateSince).toISOString(), version: story.version }
}

type Stored = { version: number; savedAt: Date; state: StoryState; revisionId: string | null }

async function store(tx: Tx, actor: Actor, story: StoryStanding, content: StoryContent): Promise<Stored> {
  const state = stateAfterEdit(story.state)
  if (state === null) throw new Refusal('A withdrawn story can no longer be changed.')
  const now = new Date()
  const working = story.workingRevision
  // Whoever reviews decides on a revision id: while a story is in review, what an id stands for never changes.
  const extend =
    mayExtend(story.state) && working !== null && working.frozenAt === null && working.createdById === actor.userId && now.getTime() - working.createdAt.getTime() < EXTEND_FOR_MS
  let revisionId: string
  if (extend) {
    revisionId = working.id
    await extendRevision(tx, revisionId, content)
  } else {
    if (working !== null) await freeze(tx, working.id)
    revisionId = await cutRevision(tx, actor, story.id, (working?.number ?? 0) + 1, content)
    await recordEvent(tx, { actor, kind: 'story.edited', storyId: story.id, revisionId, data: { from: story.state, to: state } })
  }
  const moved = state === story.state ? {} : { state, stateSince: now }
  const { version } = await tx.story.update({
    where: { id: story.id },
    data: { version: { increment: 1 }, workingRevisionId: revisionId, ...moved },
    select: { version: true },
  })
  return { version, savedAt: now, state, revisionId }
}

async function answer(tx: Tx, storyId: string, stored: Stored) {
  const checks = stored.revisionId === null ? [] : await revisionChecks(tx, storyId, stored.revisionId)
  return { ok: true as const, tags: [], version: stored.version, revisionId: stored.revisionId, savedAt: stored.savedAt.toISOString(), state: stored.state, checks }
}
