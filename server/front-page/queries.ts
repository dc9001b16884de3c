import 'server-only'
import { arrangeFront, type FrontArrangement, type Placed } from '#domain/front-page/arrange.ts'
import { AUTOMATIC, sameLayout, storiesIn, type FrontBanner, type FrontLayout } from '#domain/front-page/layout.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { plannedWords, wallTimeOf, wallWords, type WallTime } from '#domain/school-time.ts'
import type { FrontView } from '#domain/story-view.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { reviewRules } from '../stories/lock.ts'
import { findLiveStories, frontSections, liveStories, type LiveStory } from './live-stories.ts'
import { STANDING_FRONTS } from './plans.ts'
import { frontState } from './state.ts'
import { frontView, storedLayout } from './view.ts'

/** How many stories beside the front the desk offers, and how many former fronts it lists. */
const MOST_OFFERED = 40
const MOST_BEFORE = 20

export type DeskBlock = { sectionId: string; name: string; hidden: boolean; count: number; stories: Placed<LiveStory>[] }
/** A banner on the desk. `headline`: of its story as readers see it, null where that is not live any more; `ends`: on the school's clocks now. */
export type DeskBanner = FrontBanner & { headline: string | null; ends: WallTime | null; endsWords: string | null }
/** A front that is to come. `lines`: what stands in it, as it would if it came out now. */
export type PlannedFront = { id: string; at: string; words: string; askedAs: string | null; by: string; failure: string | null; lines: string[] }
/** A front that was published; `at` is ISO 8601. */
export type FormerFront = { id: string; at: string; by: string; scheduled: boolean; putBack: boolean; isLive: boolean; lines: string[] }

/** All that the front page desk shows. */
export type FrontDesk = {
  /** Of the draft; every change names the one that it was made on. */
  version: number
  timeZone: string
  today: string
  changed: { by: string; at: string; words: string } | null
  lead: Placed<LiveStory> | null
  seconds: Placed<LiveStory>[]
  blocks: DeskBlock[]
  banner: DeskBanner | null
  /** Live stories that are not on it. */
  others: LiveStory[]
  /** What undoing and doing again would take back or bring, in words; null: nothing. */
  undo: string | null
  redo: string | null
  /** Whether readers see something else than the draft. */
  differs: boolean
  bannerOver: boolean
  planned: PlannedFront[]
  before: FormerFront[]
  /** Why this person may not publish own words of a banner; true: they may. */
  mayWord: true | string
}

/** What stands in an arrangement, one line a part. */
function linesOf({ lead, seconds, blocks }: FrontArrangement<LiveStory>, names: ReadonlyMap<string, string>, layout: FrontLayout): string[] {
  const row = (placed: readonly Placed<LiveStory>[]) => placed.map(({ story }) => story.headline).join(' · ')
  const hidden = blocks.filter((block) => block.hidden).map(({ sectionId }) => names.get(sectionId) ?? '')
  return [
    ...(layout.banner === null ? [] : [`Banner: ${layout.banner.words || 'the headline of a story'}`]),
    `Lead: ${lead === null ? 'none' : lead.story.headline}${lead?.pinned === true ? '' : ' (by itself)'}`,
    ...(seconds.length === 0 ? [] : [`Secondary: ${row(seconds)}`]),
    `Sections: ${blocks.filter((block) => !block.hidden).map(({ sectionId }) => names.get(sectionId) ?? '').join(', ')}${hidden.length === 0 ? '' : `; hidden: ${hidden.join(', ')}`}`,
  ]
}

/** The front page desk; null for whoever may not arrange. `find`: words in the headlines of the stories that it offers, '' for the newest. */
export async function frontDesk(actor: Actor, find: string): Promise<FrontDesk | null> {
  if (!decide(actor.role, 'arrangeFront').allowed) return null
  const now = timeNow()
  const [state, sections, { timeZone, today }, plans, published, { policy }] = await Promise.all([
    frontState(db()),
    frontSections(),
    paperDay(now),
    db().frontSchedule.findMany({ where: STANDING_FRONTS, orderBy: { at: 'asc' }, select: { id: true, at: true, plannedAt: true, timeZone: true, layout: true, failure: true, createdBy: { select: { staff: { select: { name: true } } } } } }),
    db().frontArrangement.findMany({ orderBy: { id: 'desc' }, take: MOST_BEFORE, select: { id: true, publishedAt: true, layout: true, scheduleId: true, fromId: true, by: { select: { staff: { select: { name: true } } } } } }),
    reviewRules(db()),
  ])
  const [planned, before] = [plans.map((plan) => ({ ...plan, layout: storedLayout(plan.layout, plan.id) })), published.map((one) => ({ ...one, layout: storedLayout(one.layout, one.id) }))]
  const steps = await db().frontStep.findMany({ where: { number: { in: [state.step - 1, state.step, state.step + 1] } }, select: { number: true, words: true } })
  const stories = await liveStories([state.draft, ...planned.map(({ layout }) => layout), ...before.map(({ layout }) => layout)].flatMap(storiesIn))
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  const lines = (layout: FrontLayout) => linesOf(arrangeFront(layout, stories, sections), names, layout)
  const { lead, seconds, blocks } = arrangeFront(state.draft, stories, sections)
  const placed = new Set([lead, ...seconds, ...blocks.flatMap((block) => block.stories)].map((one) => one?.story.id))
  const found = find === '' ? stories : await findLiveStories(find)
  const stepWords = (number: number) => steps.find((step) => step.number === number)?.words ?? null
  const word = decide(actor.role, 'wordBanner', { policy })
  return {
    version: state.version,
    timeZone,
    today,
    changed: state.changed === null ? null : { ...state.changed, at: state.changed.at.toISOString() },
    lead,
    seconds,
    blocks: blocks.map((block) => ({ ...block, name: names.get(block.sectionId) ?? '' })),
    banner: deskBanner(state.draft.banner, stories, timeZone, now),
    others: found.filter(({ id }) => !placed.has(id)).slice(0, MOST_OFFERED),
    undo: state.step <= 1 || stepWords(state.step - 1) !== null ? stepWords(state.step) : null,
    redo: stepWords(state.step + 1),
    differs: !sameLayout(state.draft, state.live?.layout ?? AUTOMATIC),
    bannerOver: state.bannerOver,
    planned: planned.map(({ id, at, plannedAt, timeZone: zone, failure, createdBy, layout }) => ({
      id, at: at.toISOString(), words: plannedWords(at, timeZone, now), askedAs: zone === timeZone ? null : `${wallWords(wallOf(plannedAt))} in ${zone}`, by: createdBy.staff.name, failure, lines: lines(layout),
    })),
    before: before.map(({ id, publishedAt, by, scheduleId, fromId, layout }) => ({
      id, at: publishedAt.toISOString(), by: by.staff.name, scheduled: scheduleId !== null, putBack: fromId !== null, isLive: id === state.live?.id, lines: lines(layout),
    })),
    mayWord: word.allowed ? true : word.reason,
  }
}

function wallOf(plannedAt: string): WallTime {
  const [date = '', time = ''] = plannedAt.split('T')
  return { date, time }
}

function deskBanner(banner: FrontBanner | null, stories: readonly LiveStory[], timeZone: string, now: Date): DeskBanner | null {
  if (banner === null) return null
  const end = banner.endsAt === null ? null : new Date(banner.endsAt)
  return {
    ...banner,
    headline: stories.find(({ id }) => id === banner.storyId)?.headline ?? null,
    ends: end === null ? null : wallTimeOf(end, timeZone),
    endsWords: end === null ? null : plannedWords(end, timeZone, now),
  }
}

/**
 * The front page as readers would see it under the draft, or under what is scheduled or was published (`of`: its id); null for whoever may not
 * arrange, and where there is no such thing.
 */
export async function frontPreview(actor: Actor, of: string | null): Promise<FrontView | null> {
  if (!decide(actor.role, 'arrangeFront').allowed) return null
  const layout = await layoutToLookAt(of)
  if (layout === null) return null
  const end = layout.banner?.endsAt ?? null
  return (await frontView(layout, { bannerOver: end !== null && new Date(end) <= timeNow() })).front
}

async function layoutToLookAt(of: string | null): Promise<FrontLayout | null> {
  if (of === null) return (await frontState(db())).draft
  const [plan, former] = await Promise.all([
    db().frontSchedule.findUnique({ where: { id: of }, select: { layout: true } }),
    db().frontArrangement.findUnique({ where: { id: of }, select: { layout: true } }),
  ])
  const found = plan ?? former
  return found === null ? null : storedLayout(found.layout, of)
}

/** How many scheduled fronts failed and wait for a decision; 0 for whoever may not arrange. */
export async function failedFronts(actor: Actor): Promise<number> {
  if (!decide(actor.role, 'arrangeFront').allowed) return 0
  return db().frontSchedule.count({ where: { ...STANDING_FRONTS, failedAt: { not: null } } })
}
