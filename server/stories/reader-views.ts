import 'server-only'
import { relatedStoriesOf, storyDocumentSchema } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import { shownName, stricterForm, type BylineForm } from '#domain/people.ts'
import { shownCredit, withShownCredits, type StaffMaker } from '#domain/shown-credits.ts'
import { presentHandle } from '#domain/staff-address.ts'
import type { BylineView, CorrectionView, PictureView, RelatedStoryView, StoryAnswer, StoryCardView, StoryView } from '#domain/story-view.ts'
import { correctionView, SHOWN_CORRECTIONS } from '../corrections/views.ts'
import { db, type Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { log } from '../log.ts'
import { ASSET_VIEW, assetView, socialOf } from '../media/views.ts'
import { shownNameForm } from '../settings/name-form.ts'
import { SECTION_SHOWN, sectionAt, shownSection } from '../sections/shown.ts'
import { seriesLineOf } from '../series/line.ts'
import { shownTags, TAG_SHOWN } from '../topics/shown.ts'
import { PRESENT_ADDRESS } from '../staff/addresses.ts'
import { storedTemplate } from './content.ts'
import { liveParts } from './live-parts.ts'
import { pathOf } from './live.ts'

/** From live revisions to what readers see. Uncached: published.ts is the door, this is the room behind it. */

/** Whose stories and names an answer shows: what it must be tagged with. `live`: it shows scores or polls. */
export type Shown = { storyIds: string[]; staffIds: string[]; live?: boolean }
const NOTHING_SHOWN: Shown = { storyIds: [], staffIds: [] }

const MAKER = { makerStaffId: true, makerName: true, makerStaff: { select: { name: true, bylineForm: true, addresses: PRESENT_ADDRESS } } } as const satisfies Prisma.MediaAssetSelect
const PLACEMENT = { caption: true, alt: true, credit: true, focalX: true, focalY: true, asset: { select: { ...ASSET_VIEW, ...MAKER } } } as const satisfies Prisma.PlacementSelect
const HEAD = {
  headline: true,
  deck: true,
  section: { select: SECTION_SHOWN },
  bylines: {
    orderBy: { position: 'asc' },
    select: { staffId: true, name: true, credit: true, staff: { select: { name: true, bylineForm: true, addresses: PRESENT_ADDRESS } } },
  },
  placements: { where: { role: 'LEAD' }, take: 1, select: PLACEMENT },
} as const satisfies Prisma.RevisionSelect
const CARD = {
  id: true,
  firstPublishedAt: true,
  addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } },
  liveRevision: { select: HEAD },
} as const satisfies Prisma.StorySelect
/** All of one revision that its page shows. */
export const REVISION_PAGE = {
  ...HEAD,
  id: true,
  body: true,
  template: true,
  bylines: { ...HEAD.bylines, select: { ...HEAD.bylines.select, staff: { select: { name: true, bylineForm: true, addresses: PRESENT_ADDRESS, bio: true } } } },
  tags: { orderBy: { position: 'asc' }, select: { tag: { select: TAG_SHOWN } } },
  placements: { orderBy: { position: 'asc' }, select: { ...PLACEMENT, role: true } },
} as const satisfies Prisma.RevisionSelect
/** All of a story that its page shows besides the revision. */
export const PAGE = {
  id: true,
  hiddenFromSearchAt: true,
  withdrawnStatement: true,
  corrections: SHOWN_CORRECTIONS,
  firstPublishedAt: true,
  lastPublishedAt: true,
  withdrawnAt: true,
  addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } },
  liveRevision: { select: REVISION_PAGE },
} as const satisfies Prisma.StorySelect

type HeadRow = Prisma.RevisionGetPayload<{ select: typeof HEAD }>
type CardRow = Prisma.StoryGetPayload<{ select: typeof CARD }>
type PageRow = Prisma.StoryGetPayload<{ select: typeof PAGE }>

type PlacementRow = Prisma.PlacementGetPayload<{ select: typeof PLACEMENT }>

function makerOf({ makerStaff, makerName }: PlacementRow['asset']): StaffMaker | null {
  return makerStaff === null ? null : { name: makerStaff.name, bylineForm: makerStaff.bylineForm, formerName: makerName }
}

/** A picture with the way to the page of who made it. */
function madeView(asset: PlacementRow['asset'], form: BylineForm): AssetView {
  const { makerStaff } = asset
  const name = makerStaff === null ? null : shownName(makerStaff, form)
  const handle = makerStaff === null ? null : presentHandle(makerStaff.addresses, stricterForm(makerStaff.bylineForm, form))
  return { ...assetView(asset), ...(name === null || handle === null ? {} : { maker: { name, handle } }) }
}

function pictureView(placement: PlacementRow | undefined, form: BylineForm): PictureView | null {
  if (placement === undefined) return null
  const { asset, caption, alt, focalX, focalY } = placement
  const credit = shownCredit(placement.credit, makerOf(asset), form)
  return { asset: madeView(asset, form), caption, alt, credit, focus: { focalX, focalY }, social: socialOf(asset.variants, { focalX, focalY }) }
}

/** The names as their bearers and the paper want them shown; somebody who hides theirs is left out. */
function bylineViews(bylines: HeadRow['bylines'], form: BylineForm): BylineView[] {
  return bylines.flatMap(({ name, credit, staff }) => {
    const shown = staff === null ? name : shownName(staff, form)
    if (shown === null || shown.trim() === '') return []
    const handle = staff === null ? null : presentHandle(staff.addresses, stricterForm(staff.bylineForm, form))
    return [{ name: shown, credit, ...(staff === null ? {} : { onStaff: true as const }), ...(handle === null ? {} : { handle }) }]
  })
}

/** The names of a page; under an opinion piece with what their bearers say of themselves, as long as their whole name is shown. */
function bylinesWithBios(revision: RevisionRow, form: BylineForm): BylineView[] {
  if (storedTemplate(revision)?.kind !== 'opinion') return bylineViews(revision.bylines, form)
  return revision.bylines.flatMap((byline) => {
    const { staff } = byline
    const whole = staff !== null && stricterForm(staff.bylineForm, form) === 'FULL'
    return bylineViews([byline], form).map((view) => (whole && staff.bio !== '' ? { ...view, bio: staff.bio } : view))
  })
}

/** Whose names a revision shows: who signs it, and who made its pictures. */
export function staffOf(revision: Pick<HeadRow, 'bylines' | 'placements'> | null): string[] {
  return revision === null ? [] : [...revision.bylines.flatMap(({ staffId }) => staffId ?? []), ...revision.placements.flatMap(({ asset }) => asset.makerStaffId ?? [])]
}

function cardOf(row: CardRow, form: BylineForm): StoryCardView[] {
  const { liveRevision: revision, addresses, firstPublishedAt } = row
  const address = addresses[0]
  if (revision === null || revision.section === null || address === undefined || firstPublishedAt === null) return []
  return [
    {
      path: pathOf(address),
      headline: revision.headline,
      deck: revision.deck,
      section: shownSection(revision.section),
      bylines: bylineViews(revision.bylines, form),
      publishedAt: firstPublishedAt.toISOString(),
      lead: pictureView(revision.placements[0], form),
    },
  ]
}

/** The cards of these stories by their ids; one that is not live is simply not there. */
export async function readCardsOf(ids: readonly string[]): Promise<{ cards: Map<string, StoryCardView>; shown: Shown }> {
  if (ids.length === 0) return { cards: new Map(), shown: NOTHING_SHOWN }
  const rows = await db().story.findMany({ where: { id: { in: [...ids] }, liveRevisionId: { not: null } }, select: CARD })
  const form = await shownNameForm()
  const cards = new Map(rows.flatMap((row) => cardOf(row, form).map((card): [string, StoryCardView] => [row.id, card])))
  return { cards, shown: { storyIds: rows.map(({ id }) => id), staffIds: [...new Set(rows.flatMap((row) => staffOf(row.liveRevision)))] } }
}

/** The live ones of the stories with these ids as cards, in the order of the ids; without the pictures that nobody will show. */
export async function cardsOf(client: Pick<Tx, 'story'>, ids: readonly string[], { pictures, form }: { pictures: boolean; form: BylineForm }): Promise<{ id: string; card: StoryCardView }[]> {
  if (ids.length === 0) return []
  const where = { id: { in: [...ids] }, liveRevisionId: { not: null } }
  const rows = await client.story.findMany({ where, select: pictures ? CARD : { ...CARD, liveRevision: { select: { ...HEAD, placements: { ...HEAD.placements, take: 0 } } } } })
  const cards = new Map(rows.map((row) => [row.id, cardOf(row, form)]))
  return ids.flatMap((id) => (cards.get(id) ?? []).map((card) => ({ id, card })))
}

/** The live ones of the stories with these ids; one that is not live is simply not there. */
async function relatedViews(ids: readonly string[], form: BylineForm): Promise<Record<string, RelatedStoryView>> {
  if (ids.length === 0) return {}
  const rows = await db().story.findMany({ where: { id: { in: [...ids] }, liveRevisionId: { not: null } }, select: CARD })
  return Object.fromEntries(rows.flatMap((row) => cardOf(row, form).map(({ path, headline, section, lead }) => [row.id, { path, headline, section, lead }])))
}

type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof REVISION_PAGE }>

type Standing = { first: Date | null; last: Date | null; corrections: CorrectionView[] }
/** Nothing of it was published yet. */
export const UNPUBLISHED: Standing = { first: null, last: null, corrections: [] }

/**
 * One revision as its page shows it, and whose stories that shows or would show once they are live. `first` and `last`: when the
 * story was first and last published; `corrections`: the notes that stand on it.
 */
export async function revisionView(revision: RevisionRow, { first, last, corrections }: Standing): Promise<{ view: StoryView; relatedIds: string[] }> {
  const body = storyDocumentSchema.safeParse(revision.body)
  if (!body.success) log.error({ revisionId: revision.id }, 'the body of this revision does not fit the document schema')
  const relatedIds = body.success ? [...new Set(relatedStoriesOf(body.data))] : []
  const form = await shownNameForm()
  const view = viewOf(revision, form, { first, last })
  const shown = body.success ? withShownCredits(body.data, makersOf(revision), form) : null
  const live = body.success ? await liveParts(body.data) : null
  return { view: { ...view, body: shown, related: await relatedViews(relatedIds, form), ...(live === null ? {} : { live }), corrections, series: null }, relatedIds }
}

/** The makers on staff of the pictures of a revision, by the picture's id. */
function makersOf({ placements }: RevisionRow): Record<string, StaffMaker> {
  return Object.fromEntries(placements.flatMap(({ asset }) => {
    const maker = makerOf(asset)
    return maker === null ? [] : [[asset.id, maker]]
  }))
}

function viewOf(revision: RevisionRow, form: BylineForm, { first, last }: { first: Date | null; last: Date | null }): Omit<StoryView, 'body' | 'related' | 'corrections' | 'series'> {
  const inBody = revision.placements.filter(({ role }) => role !== 'LEAD')
  return {
    headline: revision.headline,
    deck: revision.deck,
    section: revision.section === null ? null : shownSection(revision.section),
    bylines: bylinesWithBios(revision, form),
    tags: shownTags(revision.tags),
    template: storedTemplate(revision),
    publishedAt: first?.toISOString() ?? null,
    updatedAt: first !== null && last !== null && last > first ? last.toISOString() : null,
    lead: pictureView(revision.placements.find(({ role }) => role === 'LEAD'), form),
    assets: Object.fromEntries(inBody.map(({ asset }) => [asset.id, madeView(asset, form)])),
  }
}

/** What an address holds. Addresses outlive what they lead to: a former one names the present one, or says "withdrawn". */
export async function readAddress(sectionSlug: string, slug: string): Promise<{ answer: StoryAnswer; shown: Shown; asked?: { sectionSlug: string; slug: string } }> {
  const address = await db().address.findUnique({
    where: { sectionSlug_slug: { sectionSlug, slug } },
    select: { current: true, story: { select: PAGE } },
  })
  if (address === null) return readWhereSectionWent(sectionSlug, slug)
  const { story } = address
  const { answer, relatedIds } = await answerFor(story, address.current)
  return { answer, shown: { storyIds: [...new Set([story.id, ...relatedIds])], staffIds: [...new Set(staffOf(story.liveRevision))], live: answer.kind === 'story' && answer.story.live !== undefined } }
}

// What came out since a section went elsewhere never had an address at the former one, and is looked for at the present one.
async function readWhereSectionWent(sectionSlug: string, slug: string): ReturnType<typeof readAddress> {
  const section = await sectionAt(db(), sectionSlug)
  if (section === null || section.slug === sectionSlug) return { answer: { kind: 'none' }, shown: NOTHING_SHOWN }
  const asked = { sectionSlug: section.slug, slug }
  const { answer, shown } = await readAddress(section.slug, slug)
  return { answer: answer.kind === 'story' ? { kind: 'moved', path: answer.path } : answer, shown, asked }
}

/** When a story was published, and the notes that stand on it. */
export function standingOf(story: Pick<PageRow, 'firstPublishedAt' | 'lastPublishedAt' | 'corrections'>): Standing {
  return { first: story.firstPublishedAt, last: story.lastPublishedAt, corrections: story.corrections.flatMap(correctionView) }
}

const alone = (answer: StoryAnswer) => ({ answer, relatedIds: [] })

async function answerFor(story: PageRow, isCurrent: boolean): Promise<{ answer: StoryAnswer; relatedIds: string[] }> {
  const present = story.addresses[0]
  if (story.liveRevision === null) {
    return alone(story.withdrawnAt === null ? { kind: 'none' } : { kind: 'withdrawn', at: story.withdrawnAt.toISOString(), statement: story.withdrawnStatement })
  }
  if (present === undefined) return alone({ kind: 'none' })
  if (!isCurrent) return alone({ kind: 'moved', path: pathOf(present) })
  const { view, relatedIds } = await revisionView(story.liveRevision, standingOf(story))
  const { line: series, storyIds } = await seriesLineOf(story.id)
  return { answer: { kind: 'story', path: pathOf(present), story: { ...view, series }, findable: story.hiddenFromSearchAt === null }, relatedIds: [...relatedIds, ...storyIds] }
}
