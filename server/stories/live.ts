import 'server-only'
import { slugify } from '#domain/slug.ts'
import type { LiveChange } from '#domain/corrections.ts'
import type { Actor } from '#domain/people.ts'
import { moveRow, type Decision } from '#domain/workflow.ts'
import { recordEvent } from '../audit/record.ts'
import { Refusal } from '../command.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'
import { tellOfStep } from '../notifications/of-stories.ts'
import { settleWaiting } from '../notifications/settle.ts'
import { indexLive } from '../search/write.ts'
import { SECTION_SHOWN, shownSection } from '../sections/shown.ts'
import { shownTag, TAG_SHOWN } from '../topics/shown.ts'
import { tags, touchedByLiveChange } from './cache.ts'
import type { StoryStanding } from './lock.ts'
import { lockRootAddresses, pageAddressProblem, PAGES, pageSlug } from './page-address.ts'

/** The public path of an address: of a page, which has no section, at the paper's root. */
export function pathOf(address: { sectionSlug: string; slug: string }): string {
  return address.sectionSlug === PAGES ? `/${address.slug}` : `/${address.sectionSlug}/${address.slug}`
}

/** The cache tags of everything that shows this story to readers, as it is live in this transaction. */
export async function liveTags(tx: Tx, storyId: string): Promise<string[]> {
  const story = await tx.story.findUniqueOrThrow({
    where: { id: storyId },
    select: {
      addresses: { select: { sectionSlug: true, slug: true } },
      kind: true,
      seriesPart: { select: { series: { select: { slug: true } } } },
      liveRevision: {
        select: {
          section: { select: { ...SECTION_SHOWN, parent: { select: { slug: true } }, mergedInto: { select: { slug: true, name: true, parent: { select: { slug: true } } } } } },
          bylines: { select: { staffId: true } },
          placements: { select: { asset: { select: { makerStaffId: true } } } },
          tags: { select: { tag: { select: TAG_SHOWN } } },
        },
      },
    },
  })
  const section = story.liveRevision?.section ?? null
  const shown = section?.mergedInto ?? section
  const sections = shown === null ? [] : [shown.slug, ...(shown.parent === null ? [] : [shown.parent.slug])]
  const topics = story.liveRevision?.tags.map(({ tag }) => shownTag(tag).slug) ?? []
  const authors = story.liveRevision?.bylines.flatMap(({ staffId }) => staffId ?? []) ?? []
  // A picture stands on its maker's page too.
  const makers = story.liveRevision?.placements.flatMap(({ asset }) => asset.makerStaffId ?? []) ?? []
  return [
    ...touchedByLiveChange({ storyId, addresses: story.addresses }),
    ...sections.map((slug) => tags.section(slug)),
    ...topics.map((slug) => tags.topic(slug)),
    ...(story.seriesPart === null ? [] : [tags.series(story.seriesPart.series.slug)]),
    ...new Set([...authors, ...makers].map((staffId) => tags.author(staffId))),
    // The foot of every reader's page names the pages.
    ...(story.kind === 'PAGE' ? [tags.paper()] : []),
  ]
}

/** Makes an address that is free, or was this story's, its present one. Returns the path. */
async function takeAddress(tx: Tx, storyId: string, address: { sectionSlug: string; slug: string }): Promise<string> {
  await tx.address.updateMany({ where: { storyId, current: true }, data: { current: false } })
  await tx.address.upsert({ where: { sectionSlug_slug: address }, create: { ...address, storyId, current: true }, update: { current: true }, select: { id: true } })
  return pathOf(address)
}

/** A page gets the address that it wants, or none: "/about-2" would be a surprise. Throws a Refusal. */
async function claimPageAddress(tx: Tx, storyId: string, revision: { slug: string; headline: string }): Promise<string> {
  await lockRootAddresses(tx)
  const problem = await pageAddressProblem(tx, storyId, revision)
  if (problem !== null) throw new Refusal(problem, 'slug')
  return takeAddress(tx, storyId, { sectionSlug: PAGES, slug: pageSlug(revision) })
}

/**
 * Gives the story the address of this revision: its section and its slug, or the headline's, with -2, -3 … where
 * another story has or had it. Addresses are claimed for ever; former ones keep redirecting. Returns the path.
 */
export async function claimAddress(tx: Tx, storyId: string, revisionId: string): Promise<string> {
  const revision = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { slug: true, headline: true, section: { select: SECTION_SHOWN }, story: { select: { kind: true } } },
  })
  if (revision.story.kind === 'PAGE') return claimPageAddress(tx, storyId, revision)
  if (revision.section === null) throw new Refusal('Choose a section.', 'section')
  const sectionSlug = shownSection(revision.section).slug
  const wanted = revision.slug || slugify(revision.headline) || 'story'
  // Two publications may want one address at the same moment; the second waits here and takes the next number.
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${sectionSlug}, 4))) AS locked`
  const current = await tx.address.findFirst({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  // A headline that changes nothing about the wanted address keeps the number that the story got at first.
  const numbered = revision.slug === '' ? new RegExp(`^${wanted}(-\\d+)?$`) : new RegExp(`^${wanted}$`)
  if (current?.sectionSlug === sectionSlug && numbered.test(current.slug)) return pathOf(current)
  const taken = await tx.address.findMany({
    where: { sectionSlug, slug: { startsWith: wanted }, NOT: { storyId } },
    select: { slug: true },
  })
  const used = new Set(taken.map(({ slug }) => slug))
  let slug = wanted
  for (let number = 2; used.has(slug); number += 1) slug = `${wanted}-${number}`
  return takeAddress(tx, storyId, { sectionSlug, slug })
}

/**
 * Moves the live pointer to an approved revision and claims its address. `dated`: the moment that readers see as that of the publication,
 * if this is the first. Answers its path, and the cache tags of what was and of what is.
 */
export async function showReaders(tx: Tx, story: StoryStanding, revisionId: string, { dated, now }: { dated: Date; now: Date }): Promise<{ path: string; tags: string[] }> {
  const before = await liveTags(tx, story.id)
  const path = await claimAddress(tx, story.id, revisionId)
  const times = story.firstPublishedAt === null ? { firstPublishedAt: dated, lastPublishedAt: dated } : { lastPublishedAt: now }
  await tx.story.update({ where: { id: story.id }, data: { liveRevisionId: revisionId, ...times, ...said(undefined) }, select: { id: true } })
  await indexLive(tx, [story.id])
  return { path, tags: [...new Set([...before, ...(await liveTags(tx, story.id))])] }
}

/** What was said of the version on its way, as a story keeps it; undefined: nothing any more. */
const said = (change: LiveChange | undefined) => ({ changeKind: change?.kind ?? null, changeNote: change?.note ?? '' })

/** Keeps what was said of the version on its way. */
export async function keepChange(tx: Tx, storyId: string, change: LiveChange | undefined): Promise<void> {
  await tx.story.update({ where: { id: storyId }, data: said(change), select: { id: true } })
}

/** Takes the live pointer away: readers get 410 at every address that the story ever had. Answers the cache tags of what was. */
export async function hideFromReaders(tx: Tx, story: StoryStanding, { reason, statement = '' }: { reason: string; statement?: string }, now: Date): Promise<string[]> {
  const touched = await liveTags(tx, story.id)
  await tx.story.update({ where: { id: story.id }, data: { liveRevisionId: null, withdrawnAt: now, withdrawnReason: reason, withdrawnStatement: statement }, select: { id: true } })
  return [...touched, tags.corrections()]
}

/**
 * Brings the story to the state that a move leads to, with its audit event, and tells whom it concerns. `by` null: the paper itself did it, at a
 * planned minute. `also`: who is told besides.
 */
export async function takeStep(tx: Tx, step: { by: Actor | null; name: Decision; story: StoryStanding; revisionId: string; now: Date; data?: Prisma.InputJsonObject; also?: readonly string[] }): Promise<void> {
  const { by, name, story, revisionId, now, data = {}, also = [] } = step
  const to = moveRow(name).to ?? story.state
  await tx.story.update({ where: { id: story.id }, data: { state: to, stateSince: now, escalatedAt: null }, select: { id: true } })
  await recordEvent(tx, { actor: by, kind: `story.${name}`, storyId: story.id, revisionId, data: { from: story.state, to, ...data } })
  if (to !== story.state) await settleWaiting(tx, story.id)
  await tellOfStep(tx, name, { byId: by?.userId ?? null, story, also })
}
