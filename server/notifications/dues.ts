import 'server-only'
import { daysAfter, instantOf } from '#domain/day.ts'
import type { NotificationKind } from '#domain/notifications/kinds.ts'
import { dueSubject } from '#domain/notifications/words.ts'
import { toDate, toDay } from '#domain/planning/days.ts'
import { duesOf, type Due } from '#domain/planning/dues.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { holdRules } from '../reviews/holds.ts'
import { paperDay } from '../settings/paper-day.ts'
import { lockStory, type StoryStanding } from '../stories/lock.ts'
import { notify } from './notify.ts'
import { authorsOf, editorsOf, ids, nearest, whoMayOn } from './recipients.ts'

/** What has been late for longer than this is no news. */
const DAYS_BACK = 14
/** So many stories are looked at in one tick. */
const A_TICK = 500

const PLAN = {
  id: true, state: true, liveRevisionId: true, draftDue: true, editDue: true,
  photoRequests: { select: { due: true, state: true, photographerId: true } },
} as const satisfies Prisma.StorySelect
type Planned = Prisma.StoryGetPayload<{ select: typeof PLAN }>

const duesOn = ({ state, liveRevisionId, draftDue, editDue, photoRequests }: Planned, today: string) =>
  duesOf({ state, live: liveRevisionId !== null, draftDue: toDay(draftDue), editDue: toDay(editDue), photos: photoRequests.map((photo) => ({ due: toDay(photo.due), state: photo.state })) }, today)

/** What there is to say of a due day: on the day before and the day itself that it is near, after it that it has passed. */
function kindOfDue({ on, late }: Due, today: string): NotificationKind | null {
  if (late) return on >= daysAfter(today, -DAYS_BACK) ? 'due.passed' : null
  return on <= daysAfter(today, 1) ? 'due.near' : null
}

/** Tells people of due days of theirs that are near or have passed, once each, and never before school opens. Answers for how many days. */
export async function tellOfDues(now: Date): Promise<number> {
  const { timeZone, today } = await paperDay(now)
  const { week } = await holdRules()
  const opens = instantOf(`${today}T${week.opens}:00`, timeZone)
  if (opens !== null && now < opens) return 0
  const near = { gte: toDate(daysAfter(today, -DAYS_BACK)) ?? now, lte: toDate(daysAfter(today, 1)) ?? now }
  const stories = await db().story.findMany({
    where: { liveRevisionId: null, OR: [{ draftDue: near }, { editDue: near }, { photoRequests: { some: { due: near } } }] },
    orderBy: { id: 'asc' }, take: A_TICK, select: PLAN,
  })
  const told = new Set((await db().toldOfDue.findMany({ where: { storyId: { in: stories.map(({ id }) => id) } }, select: { storyId: true, due: true } })).map(({ storyId, due }) => `${storyId} ${due}`))
  let count = 0
  for (const story of stories) {
    for (const due of duesOn(story, today)) {
      const kind = kindOfDue(due, today)
      if (kind !== null && !told.has(`${story.id} ${nameOf(kind, due)}`)) count += await inTransaction((tx) => tell(tx, story.id, kind, due, today))
    }
  }
  return count
}

const nameOf = (kind: NotificationKind, { kind: of, on }: Due) => `${kind} ${dueSubject(of, on)}`

async function tell(tx: Tx, storyId: string, kind: NotificationKind, due: Due, today: string): Promise<number> {
  const standing = await lockStory(tx, storyId)
  const story = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: PLAN })
  // Done or moved meanwhile.
  if (!duesOn(story, today).some((one) => one.kind === due.kind && one.on === due.on)) return 0
  const { count } = await tx.toldOfDue.createMany({ data: [{ storyId, due: nameOf(kind, due) }], skipDuplicates: true })
  if (count > 0) await notify(tx, { kind, to: await whose(tx, standing, story, due), byId: null, storyId, subjectId: dueSubject(due.kind, due.on) })
  return count
}

/** Whose part it is; an editing that nobody is assigned to is that of all who can send it on. */
async function whose(tx: Tx, standing: StoryStanding, { photoRequests }: Planned, { kind, on }: Due): Promise<string[]> {
  if (kind === 'draft') return authorsOf(tx, standing)
  if (kind === 'edit') {
    const assigned = await editorsOf(tx, standing.id)
    return assigned.length > 0 ? assigned : ids(nearest(await whoMayOn(tx, 'readStory', standing.id).then((people) => people.filter(({ role }) => role !== 'WRITER'))))
  }
  const named = photoRequests.filter(({ due }) => toDay(due) === on).flatMap(({ photographerId }) => photographerId ?? [])
  const ofStory = await tx.assignment.findMany({ where: { storyId: standing.id, part: 'PHOTOGRAPHER', endedAt: null }, select: { userId: true } })
  return [...named, ...(named.length > 0 ? [] : ofStory.map(({ userId }) => userId))]
}
