import 'server-only'
import { createHash } from 'node:crypto'
import { authorSlug, type FeedOf } from '#domain/feeds/addresses.ts'
import { MAX_FEED_ITEMS, type Feed, type FeedItem } from '#domain/feeds/feed.ts'
import { shownName, stricterForm } from '#domain/people.ts'
import { mayLead } from '#domain/staff-address.ts'
import { db } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { shownNameForm } from '../settings/name-form.ts'
import { idsWithin, sectionAt } from '../sections/shown.ts'
import { withTags } from '../stories/listed.ts'
import { pathOf } from '../stories/live.ts'
import { tagAt } from '../topics/shown.ts'
import { PAGE, revisionView, staffOf, standingOf, type Shown } from '../stories/reader-views.ts'

/** From live stories to a feed. Uncached: published.ts is the door, this is the room behind it. */

/** What a feed is about, found: its name and its newest stories. `staffIds`: who signs them, for an author's feed. */
type Subject = { of: FeedOf; name: string; newest: () => Promise<{ id: string }[]>; staffIds: string[] }

// Whatever is live has been published, and the index on that time can be walked from its end only where nothing is without one.
const LIVE = Prisma.sql`s."kind" = 'STORY' AND s."liveRevisionId" IS NOT NULL AND s."firstPublishedAt" IS NOT NULL`

/** Whose page has or had this address; where nobody's, who on staff readers see under a name of this address form. */
async function authorsAt(slug: string): Promise<{ id: string; name: string }[]> {
  const form = await shownNameForm()
  const address = await db().staffAddress.findUnique({ where: { handle: slug }, select: { form: true, staff: { select: { id: true, name: true, bylineForm: true } } } })
  if (address !== null) {
    const { id, ...person } = address.staff
    const name = shownName(person, form)
    return name === null || !mayLead(address, stricterForm(person.bylineForm, form)) ? [] : [{ id, name }]
  }
  const staff = await db().staffMember.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true, bylineForm: true } })
  return staff.flatMap((person) => {
    const name = shownName(person, form)
    return name !== null && authorSlug(name) === slug ? [{ id: person.id, name }] : []
  })
}

/** From the bylines to the stories: the LIMIT keeps the planner from going through all stories of the paper for the few of one author. */
function signedBy(staffIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    FROM (SELECT DISTINCT "revisionId" FROM "Byline" WHERE "staffId" = ANY(${[...staffIds]}::uuid[])) b
    CROSS JOIN LATERAL (SELECT "id", "kind", "firstPublishedAt", "liveRevisionId" FROM "Story" WHERE "liveRevisionId" = b."revisionId" LIMIT 1) s WHERE ${LIVE}`
}

/** The newest of each section, along its index. */
function ofSections(ids: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    FROM unnest(${[...ids]}::uuid[]) AS w("id") CROSS JOIN LATERAL (
      SELECT s."id", s."firstPublishedAt" FROM "Story" s WHERE s."liveSectionId" = w."id" AND ${LIVE} ORDER BY s."firstPublishedAt" DESC, s."id" DESC LIMIT ${MAX_FEED_ITEMS}
    ) s`
}

const newestOf = (among: Prisma.Sql) => () => db().$queryRaw<{ id: string }[]>`SELECT s."id" ${among} ORDER BY s."firstPublishedAt" DESC, s."id" DESC LIMIT ${MAX_FEED_ITEMS}`

async function subjectOf(of: FeedOf, paper: string): Promise<Subject | null> {
  if (of.kind === 'paper') return { of, name: paper, newest: newestOf(Prisma.sql`FROM "Story" s WHERE ${LIVE}`), staffIds: [] }
  if (of.kind === 'section') {
    const section = await sectionAt(db(), of.slug)
    return section === null ? null : { of: { kind: 'section', slug: section.slug }, name: section.name, newest: newestOf(ofSections(await idsWithin(db(), section.id))), staffIds: [] }
  }
  if (of.kind === 'tag') {
    const tag = await tagAt(db(), of.slug)
    return tag === null ? null : { of: { kind: 'tag', slug: tag.slug }, name: tag.name, newest: () => withTags(tag.ids)({ until: Prisma.sql`true`, most: MAX_FEED_ITEMS }), staffIds: [] }
  }
  const authors = await authorsAt(of.slug)
  const [first] = authors
  if (first === undefined) return null
  const staffIds = authors.map(({ id }) => id)
  return { of, name: first.name, newest: newestOf(signedBy(staffIds)), staffIds }
}

/** A name for a story in feeds that tells nothing of it: a UUID of version 8 (RFC 9562) made from its id, whose own digits are the time when it was begun. */
export function feedId(storyId: string): string {
  const hex = createHash('sha256').update(`feed ${storyId}`).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The stories with these ids, in their order, each as its page shows it; one that is not live any more is not there. */
async function itemsOf(ids: readonly string[]): Promise<{ items: FeedItem[]; shown: Shown }> {
  const rows = await db().story.findMany({ where: { id: { in: [...ids] }, liveRevisionId: { not: null } }, select: PAGE })
  rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  const shown: Shown = { storyIds: [...ids], staffIds: [...new Set(rows.flatMap((row) => staffOf(row.liveRevision)))] }
  const items = await Promise.all(
    rows.map(async (row): Promise<FeedItem[]> => {
      const address = row.addresses[0]
      if (row.liveRevision === null || address === undefined) return []
      const { view, relatedIds } = await revisionView(row.liveRevision, standingOf(row))
      shown.storyIds.push(...relatedIds)
      if (view.live !== undefined) shown.live = true
      return [{ id: feedId(row.id), path: pathOf(address), story: view }]
    }),
  )
  return { items: items.flat(), shown: { ...shown, storyIds: [...new Set(shown.storyIds)] } }
}

/**
 * A feed as it is now, and whose stories and names it shows; a feed of null: there is no such section, nobody of that name who signs
 * a live story, or no live story with the tag. `shown` tells of whom the answer speaks even then.
 */
export async function readFeed(of: FeedOf): Promise<{ feed: Feed | null; shown: Shown }> {
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true, language: true, updatedAt: true } })
  const subject = paper === null ? null : await subjectOf(of, paper.name)
  if (paper === null || subject === null) return { feed: null, shown: { storyIds: [], staffIds: [] } }
  const { items, shown } = await itemsOf((await subject.newest()).map(({ id }) => id))
  const all = { ...shown, staffIds: [...new Set([...subject.staffIds, ...shown.staffIds])] }
  if ((of.kind === 'author' || of.kind === 'tag') && items.length === 0) return { feed: null, shown: all }
  const { updatedAt, ...about } = paper
  return { feed: { of: subject.of, name: subject.name, paper: about, items, since: updatedAt.toISOString() }, shown: all }
}
