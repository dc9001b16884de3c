import 'server-only'
import type { NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, STORY_ACTIONS, type ReviewPolicy, type StoryAction } from '#domain/policy.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf, type StoryContent } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'
import { db } from '../db.ts'
import { newsroomAssets } from '../media/queries.ts'
import { staffChoices } from '../staff/queries.ts'
import { revisionChecks } from './checks.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'
import { pathOf } from './live.ts'
import { reviewPolicy, storyCase, STORY_STANDING } from './lock.ts'

export type StoryNote = { id: string; body: string; blocking: boolean; author: string; at: string; resolved: boolean }

/** One story as its newsroom pages need it: where it stands, and what this actor may do with it. */
export type NewsroomStory = {
  id: string
  headline: string
  state: StoryState
  stateSince: string
  live: boolean
  version: number
  revisionId: string
  revisionNumber: number
  liveRevisionId: string | null
  savedAt: string
  savedBy: string
  content: StoryContent
  section: string | null
  notes: StoryNote[]
  checks: UnmetCheck[]
  /** The actions that domain/policy.ts allows this actor now, and why not the others. */
  may: Record<StoryAction, true | string>
  policy: ReviewPolicy
  isAuthor: boolean
  publicPath: string | null
  withdrawalAsk: { by: string; at: string; reason: string } | null
  withdrawn: { at: string; reason: string } | null
}

const DETAIL = {
  ...STORY_STANDING,
  workingRevision: { select: { ...STORY_STANDING.workingRevision.select, ...REVISION_CONTENT, bylines: REVISION_CONTENT.bylines } },
  addresses: { where: { current: true }, select: { sectionSlug: true, slug: true } },
  withdrawnReason: true,
  withdrawalAskedAt: true,
  withdrawalAskedReason: true,
  withdrawalAskedBy: { select: { staff: { select: { name: true } } } },
  notes: {
    orderBy: { createdAt: 'desc' },
    select: { id: true, body: true, blocking: true, createdAt: true, resolvedAt: true, author: { select: { staff: { select: { name: true } } } } },
  },
} as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A story for its newsroom pages, or null where there is none that this actor may read. */
export async function newsroomStory(actor: Actor, id: string): Promise<NewsroomStory | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed || !UUID.test(id)) return null
  const story = await db().story.findUnique({ where: { id }, select: DETAIL })
  const revision = story?.workingRevision
  if (!story || !revision) return null
  const policy = await reviewPolicy(db())
  const on = storyCase(actor, story, policy)
  if (!decideOnStory(actor.role, 'readStory', on).allowed) return null
  const verdict = (action: StoryAction) => {
    const decided = decideOnStory(actor.role, action, on)
    return decided.allowed ? true : decided.reason
  }
  const address = story.addresses[0]
  return {
    id: story.id,
    headline: revision.headline,
    state: story.state,
    stateSince: story.stateSince.toISOString(),
    live: on.live,
    version: story.version,
    revisionId: revision.id,
    revisionNumber: revision.number,
    liveRevisionId: story.liveRevisionId,
    savedAt: revision.savedAt.toISOString(),
    savedBy: revision.createdBy.staff.name,
    content: contentOf(revision),
    section: revision.section?.name ?? null,
    notes: story.notes.map((note) => ({
      id: note.id, body: note.body, blocking: note.blocking, author: note.author.staff.name, at: note.createdAt.toISOString(), resolved: note.resolvedAt !== null,
    })),
    checks: await revisionChecks(db(), story.id, revision.id),
    may: Object.fromEntries(STORY_ACTIONS.map((action) => [action, verdict(action)])) as Record<StoryAction, true | string>,
    policy,
    isAuthor: on.isAuthor,
    publicPath: on.live && address ? pathOf(address) : null,
    withdrawalAsk:
      story.withdrawalAskedAt === null || !on.live
        ? null
        : { by: story.withdrawalAskedBy?.staff.name ?? '', at: story.withdrawalAskedAt.toISOString(), reason: story.withdrawalAskedReason ?? '' },
    withdrawn: story.withdrawnAt === null ? null : { at: story.withdrawnAt.toISOString(), reason: story.withdrawnReason ?? '' },
  }
}

export type EditorStory = NewsroomStory & {
  assets: Record<string, NewsroomAsset>
  sections: { id: string; name: string; slug: string }[]
  staff: { staffId: string; name: string; position: string }[]
  canEdit: boolean
  readOnlyReason: string | null
  canApproveFairUse: boolean
  userId: string
}

/** A story with all that its editor offers for choice. */
export async function storyForEditor(actor: Actor, id: string): Promise<EditorStory | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [assets, sections, staff] = await Promise.all([
    newsroomAssets(actor, assetIdsOf(story.content)),
    db().section.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true, slug: true } }),
    staffChoices(actor),
  ])
  const edit = story.may.editStory
  return {
    ...story,
    assets,
    sections,
    staff,
    canEdit: edit === true,
    readOnlyReason: edit === true ? null : edit,
    canApproveFairUse: decide(actor.role, 'approveFairUse').allowed,
    userId: actor.userId,
  }
}
