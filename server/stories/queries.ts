import 'server-only'
import type { NewsroomAsset } from '#domain/media.ts'
import type { NoteView } from '#domain/notes.ts'
import type { LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, STORY_ACTIONS, type ReviewPolicy, type StoryAction } from '#domain/policy.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf, type StoryContent, type StoryKind } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { newsroomAssets } from '../media/queries.ts'
import { paperDay } from '../settings/paper-day.ts'
import { staffChoices } from '../staff/queries.ts'
import { revisionChecks } from './checks.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'
import { pathOf } from './live.ts'
import { reviewRules, storyCase, STORY_STANDING } from './lock.ts'
import { peopleToMention } from './mentions.ts'
import { draftGeneration } from './shared-draft.ts'
import { noteView, SENT_BACK, STORY_NOTES } from './note-views.ts'
import { STANDING_PLANS } from './timing/plans.ts'
import { storyTiming, type StoryTiming } from './timing/views.ts'
import { openSections } from '../sections/queries.ts'

/** One story as its newsroom pages need it: where it stands, and what this actor may do with it. */
export type NewsroomStory = {
  id: string
  kind: StoryKind
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
  notes: NoteView[]
  checks: UnmetCheck[]
  /** The actions that domain/policy.ts allows this actor now, and why not the others. */
  may: Record<StoryAction, true | string>
  policy: ReviewPolicy
  isAuthor: boolean
  publicPath: string | null
  withdrawalAsk: { by: string; at: string; reason: string } | null
  /** What the version on its way was handed in as, where readers see an older one. */
  change: LiveChange | null
  withdrawn: { at: string; reason: string } | null
  timing: StoryTiming
}

const DETAIL = {
  ...STORY_STANDING,
  workingRevision: { select: { ...STORY_STANDING.workingRevision.select, ...REVISION_CONTENT, bylines: REVISION_CONTENT.bylines } },
  addresses: { where: { current: true }, select: { sectionSlug: true, slug: true } },
  withdrawnReason: true,
  changeKind: true,
  changeNote: true,
  withdrawalAskedAt: true,
  withdrawalAskedReason: true,
  withdrawalAskedBy: { select: { staff: { select: { name: true } } } },
  notes: STORY_NOTES,
  reviews: SENT_BACK,
  schedules: STANDING_PLANS,
} as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A story for its newsroom pages, or null where there is none that this actor may read. */
export async function newsroomStory(actor: Actor, id: string): Promise<NewsroomStory | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed || !UUID.test(id)) return null
  const story = await db().story.findUnique({ where: { id }, select: DETAIL })
  const revision = story?.workingRevision
  if (!story || !revision) return null
  const now = timeNow()
  const [rules, { timeZone }] = await Promise.all([reviewRules(db()), paperDay(now)])
  const on = storyCase(actor, story, rules)
  if (!decideOnStory(actor.role, 'readStory', on).allowed) return null
  const verdict = (action: StoryAction) => {
    const decided = decideOnStory(actor.role, action, on)
    return decided.allowed ? true : decided.reason
  }
  const address = story.addresses[0]
  return {
    id: story.id,
    kind: story.kind,
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
    notes: story.notes.map((note) => noteView(note, story.reviews)),
    checks: await revisionChecks(db(), story.id, revision.id),
    may: Object.fromEntries(STORY_ACTIONS.map((action) => [action, verdict(action)])) as Record<StoryAction, true | string>,
    policy: rules.policy,
    isAuthor: on.isAuthor,
    publicPath: on.live && address ? pathOf(address) : null,
    withdrawalAsk:
      story.withdrawalAskedAt === null || !on.live
        ? null
        : { by: story.withdrawalAskedBy?.staff.name ?? '', at: story.withdrawalAskedAt.toISOString(), reason: story.withdrawalAskedReason ?? '' },
    withdrawn: story.withdrawnAt === null ? null : { at: story.withdrawnAt.toISOString(), reason: story.withdrawnReason ?? '' },
    timing: await storyTiming(story, timeZone, now),
    change: story.changeKind === null || !on.live ? null : { kind: story.changeKind, note: story.changeNote },
  }
}

export type EditorStory = NewsroomStory & {
  /** Names the line of the shared document's history that the page belongs to. */
  generation: string
  assets: Record<string, NewsroomAsset>
  sections: { id: string; name: string; slug: string }[]
  staff: { staffId: string; name: string; position: string }[]
  /** Who can be mentioned in a note. */
  people: { userId: string; name: string }[]
  /** The day at school, "2026-11-24". */
  today: string
  canEdit: boolean
  /** Whether this person's changes are suggestions until they switch that off: an editor's on somebody else's copy. */
  suggestsFirst: boolean
  readOnlyReason: string | null
  canApproveFairUse: boolean
  userId: string
  userName: string
}

/** A story with all that its editor offers for choice. */
export async function storyForEditor(actor: Actor, id: string): Promise<EditorStory | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [generation, assets, sections, staff, people, { today }] = await Promise.all([
    draftGeneration(story.id),
    newsroomAssets(actor, assetIdsOf(story.content)),
    openSections(story.content.sectionId),
    staffChoices(actor),
    peopleToMention(actor),
    paperDay(timeNow()),
  ])
  if (generation === null) return null
  const edit = story.may.editStory
  return {
    ...story,
    generation,
    assets,
    sections,
    staff,
    people,
    today,
    canEdit: edit === true,
    suggestsFirst: actor.role !== 'WRITER' && !story.isAuthor,
    readOnlyReason: edit === true ? null : edit,
    canApproveFairUse: decide(actor.role, 'approveFairUse').allowed,
    userId: actor.userId,
    userName: actor.name,
  }
}
