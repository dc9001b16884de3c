import 'server-only'
import type { Actor, Role } from '#domain/people.ts'
import { OFFERED_PARTS, offerProblem, type Offer, type Part } from '#domain/planning/assignments.ts'
import { toDay } from '#domain/planning/days.ts'
import { duesOf, type Due } from '#domain/planning/dues.ts'
import { isWanted, type PhotoState } from '#domain/planning/photo-requests.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { paperDay } from '../settings/paper-day.ts'
import { newsroomStory, type NewsroomStory } from '../stories/queries.ts'

export type PersonChoice = { userId: string; name: string; role: Role }
export type AssignedPerson = { userId: string; name: string; part: Part; active: boolean }
/** A photo request on its story's page. `asset`: the picture that was delivered; gone: it is no longer in the library. */
export type PhotoView = {
  id: string
  wanted: string
  photographerId: string | null
  photographer: string | null
  due: string | null
  late: boolean
  state: PhotoState
  assetId: string | null
  may: { work: boolean; take: boolean }
}

/** The plan of a story: who, until when, which pictures, and what this actor may do about each. */
export type StoryPlan = {
  story: NewsroomStory
  plannedFor: string | null
  draftDue: string | null
  editDue: string | null
  dues: Due[]
  people: AssignedPerson[]
  /** Who answers for it; `active`: their account is in use. */
  owner: { userId: string; name: string; active: boolean }
  photos: PhotoView[]
  today: string
  may: { assign: boolean; plan: boolean; offers: Offer['part'][] }
}

const NAME = { select: { staff: { select: { name: true } } } } as const
const ACCOUNT = { select: { id: true, deactivatedAt: true, ...NAME.select } } as const
const PLAN = {
  plannedFor: true, draftDue: true, editDue: true, commissioned: true,
  createdBy: ACCOUNT, owner: ACCOUNT,
  assignments: { where: { endedAt: null }, orderBy: { createdAt: 'asc' }, select: { userId: true, part: true, user: { select: { deactivatedAt: true, staff: { select: { name: true } } } } } },
  photoRequests: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { id: true, wanted: true, photographerId: true, photographer: NAME, due: true, state: true, assetId: true } },
} as const satisfies Prisma.StorySelect

/** The plan of a story; null where there is none that this actor may read. */
export async function storyPlan(actor: Actor, id: string): Promise<StoryPlan | null> {
  const story = await newsroomStory(actor, id)
  if (story === null) return null
  const [row, { today }] = await Promise.all([db().story.findUniqueOrThrow({ where: { id }, select: PLAN }), paperDay(new Date())])
  const people = row.assignments.map(({ userId, part, user }) => ({ userId, part, name: user.staff.name, active: user.deactivatedAt === null }))
  const owner = row.owner ?? row.createdBy
  const photos = row.photoRequests.map((request) => ({ ...request, due: toDay(request.due) }))
  const days = { plannedFor: toDay(row.plannedFor), draftDue: toDay(row.draftDue), editDue: toDay(row.editDue) }
  const mayTake = story.may.volunteer === true
  const isPhotographer = people.some(({ userId, part }) => userId === actor.userId && part === 'PHOTOGRAPHER')
  const dueNow = (photo: { due: string | null; state: PhotoState }) => duesOf({ ...story, draftDue: null, editDue: null, photos: [photo] }, today)
  return {
    story,
    ...days,
    dues: duesOf({ ...story, ...days, photos }, today),
    people,
    owner: { userId: owner.id, name: owner.staff.name, active: owner.deactivatedAt === null },
    photos: photos.map(({ photographer, ...photo }): PhotoView => ({
      ...photo,
      photographer: photographer?.staff.name ?? null,
      late: dueNow(photo).some(({ late }) => late),
      may: {
        work: decide(actor.role, 'workOnPhoto', { isSelf: photo.photographerId === actor.userId || (photo.photographerId === null && isPhotographer) }).allowed,
        take: mayTake && photo.photographerId === null && isWanted(photo.state),
      },
    })),
    today,
    may: {
      assign: story.may.assign === true,
      plan: story.may.plan === true,
      offers: mayTake ? OFFERED_PARTS.filter((part) => offerProblem({ part, assigned: people, commissioned: row.commissioned, signed: story.content.bylines.length }) === null) : [],
    },
  }
}

/** Everybody with an account that is in use, by name: for whoever may assign. */
export async function peopleToAssign(actor: Actor): Promise<PersonChoice[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const users = await db().user.findMany({ where: { deactivatedAt: null }, orderBy: [{ staff: { name: 'asc' } }, { id: 'asc' }], select: { id: true, role: true, ...NAME.select } })
  return users.map(({ id, role, staff }) => ({ userId: id, role, name: staff.name }))
}

/** A picture that can be delivered. */
export type OwnPicture = { id: string; fileName: string; caption: string }

/** The newest pictures that this person could deliver: their own, or for an editor or adviser anybody's. */
export async function picturesToDeliver(actor: Actor): Promise<OwnPicture[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const own = { OR: [{ uploadedById: actor.userId }, { makerStaffId: actor.staffId }] }
  return db().mediaAsset.findMany({
    where: { status: { not: 'FAILED' }, replacedById: null, ...(decide(actor.role, 'workOnPhoto').allowed ? {} : own) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 40,
    select: { id: true, fileName: true, caption: true },
  })
}

/** A photo request that waits for this person. */
export type WaitingPhoto = { id: string; storyId: string; headline: string; wanted: string; due: string | null; late: boolean; state: PhotoState }

/** The pictures that this person is to take, the next due first. */
export async function waitingPhotos(actor: Actor): Promise<{ photos: WaitingPhoto[]; today: string }> {
  const { today } = await paperDay(new Date())
  if (!decide(actor.role, 'enterNewsroom').allowed) return { photos: [], today }
  const ofStory = { photographerId: null, story: { assignments: { some: { userId: actor.userId, part: 'PHOTOGRAPHER' as const, endedAt: null } } } }
  const rows = await db().photoRequest.findMany({
    where: { AND: [{ state: { in: ['OPEN', 'TAKEN'] } }, { OR: [{ photographerId: actor.userId }, ofStory] }, { story: { liveRevisionId: null, state: { not: 'WITHDRAWN' } } }] },
    orderBy: [{ due: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, storyId: true, wanted: true, due: true, state: true, story: { select: { state: true, workingRevision: { select: { headline: true } } } } },
  })
  const photos = rows.map(({ story, due, ...photo }) => {
    const on = toDay(due)
    const late = duesOf({ state: story.state, live: false, draftDue: null, editDue: null, photos: [{ due: on, state: photo.state }] }, today).some((one) => one.late)
    return { ...photo, due: on, late, headline: story.workingRevision?.headline ?? '' }
  })
  return { photos, today }
}

/** What is due of these stories, by story id, and the day at school. */
export async function duesByStory(actor: Actor, storyIds: readonly string[]): Promise<{ dues: Record<string, Due[]>; today: string }> {
  const { today } = await paperDay(new Date())
  if (storyIds.length === 0 || !decide(actor.role, 'enterNewsroom').allowed) return { dues: {}, today }
  const rows = await db().story.findMany({
    where: { id: { in: [...storyIds] }, liveRevisionId: null, OR: [{ draftDue: { not: null } }, { editDue: { not: null } }, { photoRequests: { some: { due: { not: null } } } }] },
    select: { id: true, state: true, draftDue: true, editDue: true, photoRequests: { select: { due: true, state: true } } },
  })
  const dues = rows.map(({ id, state, draftDue, editDue, photoRequests }): [string, Due[]] => [
    id,
    duesOf({ state, live: false, draftDue: toDay(draftDue), editDue: toDay(editDue), photos: photoRequests.map((photo) => ({ ...photo, due: toDay(photo.due) })) }, today),
  ])
  return { dues: Object.fromEntries(dues), today }
}
