import 'server-only'
import { stricterForm } from '#domain/people.ts'
import { shownCredit } from '#domain/shown-credits.ts'
import { mayLead, presentHandle } from '#domain/staff-address.ts'
import type { MadePictureView, PersonAnswer, RoleView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { ASSET_VIEW, assetView } from '../media/views.ts'
import { pathOf } from '../stories/live.ts'
import { readCardsOf, type Shown } from '../stories/reader-views.ts'
import { namingNow, SHOWN_PERSON, shownPerson } from './shown-person.ts'

/** The page of somebody on staff, read now. Uncached: published.ts is the door, this is the room behind it. */

const A_PAGE = 20
const MOST_PICTURES = 12

type Read = { answer: PersonAnswer; shown: Shown }
const NOTHING: Read = { answer: { kind: 'none' }, shown: { storyIds: [], staffIds: [] } }

const MEMBERSHIPS = {
  orderBy: { schoolYear: 'desc' },
  select: { schoolYear: true, position: true, sections: { orderBy: { section: { position: 'asc' } }, select: { section: { select: { name: true } } } } },
} as const satisfies Prisma.StaffMember$membershipsArgs

/**
 * What stands at an address of somebody's page: the person with their stories, from the newest or behind the story `after`; where they went;
 * or nothing, also where the address tells more of a name than readers see now. `shown` tells of whom the answer speaks.
 */
export async function readPerson(handle: string, after: string | null): Promise<Read> {
  const address = await db().staffAddress.findUnique({ where: { handle }, select: { form: true, current: true, staff: { select: { ...SHOWN_PERSON, bio: true, memberships: MEMBERSHIPS } } } })
  if (address === null) return NOTHING
  const { staff } = address
  const hidden: Read = { answer: { kind: 'none' }, shown: { storyIds: [], staffIds: [staff.id] } }
  const naming = await namingNow(db())
  const [person, form] = [shownPerson(staff, naming), stricterForm(staff.bylineForm, naming.nameForm)]
  if (person === null || !mayLead(address, form)) return hidden
  if (!address.current) {
    const present = presentHandle(staff.addresses, form)
    return present === null ? hidden : { ...hidden, answer: { kind: 'moved', path: `/staff/${present}` } }
  }
  const page = await storiesOf(staff.id, after)
  if (page === null) return hidden
  const { cards, shown } = await readCardsOf(page.ids)
  const pictures = after === null ? await picturesBy(staff.id) : { views: [], storyIds: [] }
  const view = {
    ...person,
    handle,
    bio: shownCredit(staff.bio, { ...staff, formerName: '' }, naming.nameForm),
    roles: staff.memberships.map(({ sections, ...role }): RoleView => ({ ...role, sections: sections.map(({ section }) => section.name) })),
    stories: page.ids.flatMap((id) => cards.get(id) ?? []),
    next: page.next,
    pictures: pictures.views,
  }
  return { answer: { kind: 'person', person: view }, shown: { storyIds: [...shown.storyIds, ...pictures.storyIds], staffIds: [...new Set([staff.id, ...shown.staffIds])] } }
}

/** The live stories that somebody signs, newest first; `next`: the last of them where more follow. null: `after` is none of them. */
async function storiesOf(staffId: string, after: string | null): Promise<{ ids: string[]; next: string | null } | null> {
  // From the bylines to the stories: the LIMIT keeps the planner from going through all stories of the paper for the few of one author.
  const signed = Prisma.sql`
    FROM (SELECT DISTINCT "revisionId" FROM "Byline" WHERE "staffId" = ${staffId}::uuid) b
    CROSS JOIN LATERAL (SELECT "id", "kind", "firstPublishedAt" FROM "Story" WHERE "liveRevisionId" = b."revisionId" LIMIT 1) s
    WHERE s."kind" = 'STORY' AND s."firstPublishedAt" IS NOT NULL`
  const behind = after === null ? [] : await db().$queryRaw<{ at: Date }[]>`SELECT s."firstPublishedAt" AS at ${signed} AND s."id" = ${after}::uuid`
  if (after !== null && behind[0] === undefined) return null
  const from = behind[0] === undefined ? Prisma.sql`` : Prisma.sql`AND (s."firstPublishedAt", s."id") < (${behind[0].at}, ${after}::uuid)`
  const rows = await db().$queryRaw<{ id: string }[]>`SELECT s."id" ${signed} ${from} ORDER BY s."firstPublishedAt" DESC, s."id" DESC LIMIT ${A_PAGE + 1}`
  const ids = rows.slice(0, A_PAGE).map(({ id }) => id)
  return { ids, next: rows.length > A_PAGE ? (ids.at(-1) ?? null) : null }
}

/** The newest pictures of somebody's that stand in live stories, each once, under the words that its story gives it. */
async function picturesBy(staffId: string): Promise<{ views: MadePictureView[]; storyIds: string[] }> {
  const rows = await db().placement.findMany({
    where: { role: { in: ['LEAD', 'BODY'] }, asset: { is: { makerStaffId: staffId, status: 'READY' } }, revision: { is: { liveOf: { is: { kind: 'STORY', firstPublishedAt: { not: null } } } } } },
    orderBy: [{ revision: { liveOf: { firstPublishedAt: 'desc' } } }, { revisionId: 'desc' }, { role: 'asc' }, { position: 'asc' }],
    take: MOST_PICTURES * 2,
    select: {
      alt: true, focalX: true, focalY: true,
      asset: { select: ASSET_VIEW },
      revision: { select: { headline: true, liveOf: { select: { id: true, addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } } } } } },
    },
  })
  const seen = new Set<string>()
  const found = rows.flatMap(({ asset, alt, focalX, focalY, revision: { headline, liveOf } }) => {
    const address = liveOf?.addresses[0]
    if (liveOf === null || address === undefined || seen.has(asset.id)) return []
    seen.add(asset.id)
    return [{ storyId: liveOf.id, view: { asset: assetView(asset), alt, focus: { focalX, focalY }, story: { path: pathOf(address), headline } } }]
  })
  const some = found.slice(0, MOST_PICTURES)
  return { views: some.map(({ view }) => view), storyIds: [...new Set(some.map(({ storyId }) => storyId))] }
}
