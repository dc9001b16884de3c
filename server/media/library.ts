import 'server-only'
import { daysAfter } from '#domain/day.ts'
import type { LibraryChoices, LibraryDetail, LibraryItem, LibraryPage, LibraryQuery } from '#domain/media-library.ts'
import { EXPIRES_SOON_DAYS, RIGHTS, RIGHTS_NEEDS } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { schoolYear } from '#domain/school-year.ts'
import { db } from '../db.ts'
import { nameForm } from '../settings/name-form.ts'
import { paperDay } from '../settings/paper-day.ts'
import { NEWSROOM_ASSET, newsroomAsset } from './asset-rows.ts'
import { historyOf } from './library/history.ts'
import { lookAlikesOf } from './library/look-alikes.ts'
import { countAttention, searchLibrary } from './library/search.ts'
import { usesOf } from './library/uses.ts'
import { isUntouched } from './remove.ts'

/** The media library as the newsroom reads it. Whoever may enter the newsroom sees every picture; nobody else sees any. */

const NOTHING: LibraryPage = { items: [], next: null, total: 0 }
const maySee = (actor: Actor) => decide(actor.role, 'enterNewsroom').allowed

/** One page of what a search of the library finds, newest first. */
export async function libraryPage(actor: Actor, query: LibraryQuery): Promise<LibraryPage> {
  if (!maySee(actor)) return NOTHING
  const { ids, next, total } = await searchLibrary(query, await paperDay(new Date()))
  return { items: await libraryItems(actor, ids), next, total }
}

/** These pictures, in this order; ids that are unknown are left out. */
export async function libraryItems(actor: Actor, ids: readonly string[]): Promise<LibraryItem[]> {
  if (!maySee(actor) || ids.length === 0) return []
  const [rows, uses, form] = await Promise.all([
    db().mediaAsset.findMany({ where: { id: { in: [...ids] } }, select: { ...NEWSROOM_ASSET, _count: { select: { placements: true, replaces: true, portraitOf: true } } } }),
    usesOf(ids),
    nameForm(db()),
  ])
  const items = new Map(
    rows.map((row): [string, LibraryItem] => {
      const on = { isSelf: row.uploadedById === actor.userId }
      const unused = isUntouched(row) && row._count.placements === 0 && row._count.replaces === 0 && row._count.portraitOf === 0
      const item = {
        ...newsroomAsset(actor, row, form),
        usedIn: uses.get(row.id) ?? [],
        mayEdit: decide(actor.role, 'editMedia', on).allowed,
        mayDelete: unused && decide(actor.role, 'deleteMedia', on).allowed,
      }
      return [row.id, item]
    }),
  )
  return ids.flatMap((id) => items.get(id) ?? [])
}

/** What the filters offer, and how many pictures wait for somebody. */
export async function libraryChoices(actor: Actor): Promise<LibraryChoices> {
  const day = await paperDay(new Date())
  if (!maySee(actor)) return { years: [], uploaders: [], stories: [], counts: { unknownRights: 0, missingAlt: 0, missingCaption: 0, expiring: 0, expired: 0, failed: 0 } }
  const [span, uploaders, stories, counts] = await Promise.all([
    db().mediaAsset.aggregate({ _min: { createdAt: true }, _max: { createdAt: true } }),
    db().user.findMany({ where: { uploads: { some: {} } }, orderBy: { staff: { name: 'asc' } }, select: { id: true, staff: { select: { name: true } } } }),
    db().story.findMany({
      where: { OR: [{ workingRevision: { is: { placements: { some: {} } } } }, { liveRevision: { is: { placements: { some: {} } } } }] },
      orderBy: { createdAt: 'desc' },
      take: 500,
      select: { id: true, workingRevision: { select: { headline: true } } },
    }),
    countAttention(day),
  ])
  return {
    years: yearsBetween(span._min.createdAt, span._max.createdAt, day.timeZone),
    uploaders: uploaders.map(({ id, staff }) => ({ userId: id, name: staff.name })),
    stories: stories.map(({ id, workingRevision }) => ({ storyId: id, headline: workingRevision?.headline ?? '' })),
    counts,
  }
}

/** The school years from one instant to another, newest first. */
function yearsBetween(first: Date | null, last: Date | null, timeZone: string): string[] {
  if (first === null || last === null) return []
  const [from, to] = [first, last].map((at) => Number(schoolYear(at, timeZone).slice(0, 4)))
  if (from === undefined || to === undefined) return []
  return Array.from({ length: to - from + 1 }, (_, back) => `${to - back}-${String((to - back + 1) % 100).padStart(2, '0')}`)
}

/** One picture with all about it, or null where there is none. */
export async function libraryDetail(actor: Actor, id: string): Promise<LibraryDetail | null> {
  const [item] = await libraryItems(actor, [id])
  if (item === undefined) return null
  const [lookAlikes, history, row] = await Promise.all([
    lookAlikesOf(id),
    historyOf(id),
    db().mediaAsset.findUnique({ where: { id }, select: { replacedBy: { select: { id: true, fileName: true } } } }),
  ])
  return { item, lookAlikes, history, replacedBy: row?.replacedBy ?? null, canApproveFairUse: decide(actor.role, 'approveFairUse').allowed }
}

/** What allows us to use these pictures ends soon or has ended, the first to end first. */
export async function expiringPictures(actor: Actor, days = EXPIRES_SOON_DAYS): Promise<{ expired: LibraryItem[]; soon: LibraryItem[] }> {
  if (!maySee(actor)) return { expired: [], soon: [] }
  const { today } = await paperDay(new Date())
  const rows = await db().mediaAsset.findMany({
    where: { rights: { in: RIGHTS.filter((right) => RIGHTS_NEEDS[right].expires) }, expiresOn: { lte: new Date(`${daysAfter(today, days)}T00:00:00Z`) } },
    orderBy: [{ expiresOn: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  const items = await libraryItems(actor, rows.map((row) => row.id))
  const hasEnded = (item: LibraryItem) => item.expiresOn !== null && item.expiresOn < today
  return { expired: items.filter(hasEnded), soon: items.filter((item) => !hasEnded(item)) }
}
