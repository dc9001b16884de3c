import 'server-only'
import { createHash } from 'node:crypto'
import { arrangeFront } from '#domain/front-page/arrange.ts'
import { AUTOMATIC, storiesIn } from '#domain/front-page/layout.ts'
import { storiesOf, weeklyContent, type NewsletterContent, type NewsletterKind } from '#domain/newsletter/content.ts'
import { newsletterMail, type NewsletterMail } from '#domain/newsletter/mail.ts'
import type { ListedCorrection } from '#domain/story-view.ts'
import { CORRECTION, correctionView, SHOWN } from '../corrections/views.ts'
import type { Tx } from '../db.ts'
import { env } from '../env.ts'
import { frontSections, liveStories } from '../front-page/live-stories.ts'
import { storedLayout } from '../front-page/view.ts'
import { nameForm } from '../settings/name-form.ts'
import { pathOf } from '../stories/live.ts'
import { cardsOf } from '../stories/reader-views.ts'

/** More notes are on the paper's own page. */
const MOST_CORRECTIONS = 20

/** When the last weekly newsletter went out; null: never. */
export async function lastWeekly(tx: Tx): Promise<Date | null> {
  const last = await tx.newsletter.findFirst({ where: { kind: 'WEEKLY', state: { not: 'SKIPPED' } }, orderBy: { at: 'desc' }, select: { at: true } })
  return last?.at ?? null
}

/** What a newsletter would tell of now: the front page as readers see it, and the corrections since the last weekly one; at once, the story of the banner, or else the lead. */
export async function contentNow(tx: Tx, kind: NewsletterKind): Promise<NewsletterContent> {
  const page = await tx.frontPage.findUnique({ where: { id: 1 }, select: { bannerEndedAt: true, live: { select: { id: true, layout: true } } } })
  const layout = page?.live == null ? AUTOMATIC : storedLayout(page.live.layout, page.live.id)
  const [stories, sections] = [await liveStories(storiesIn(layout), tx), await frontSections(tx)]
  const { lead, seconds, blocks } = arrangeFront(layout, stories, sections)
  if (kind === 'BREAKING') {
    const banner = page?.bannerEndedAt === null ? stories.find(({ id }) => id === layout.banner?.storyId) : undefined
    const story = banner ?? lead?.story
    return { top: story === undefined ? [] : [story.id], blocks: [], corrections: [] }
  }
  const since = await lastWeekly(tx)
  const published = new Map(stories.map(({ id, publishedAt }) => [id, publishedAt]))
  const placed = ({ story }: { story: { id: string } }) => ({ id: story.id, publishedAt: published.get(story.id) ?? '' })
  const notes = await tx.correction.findMany({
    where: { AND: [SHOWN, { kind: 'CORRECTION', story: { liveRevisionId: { not: null } } }, since === null ? {} : { publishedAt: { gt: since } }] },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }], take: MOST_CORRECTIONS, select: { id: true },
  })
  return weeklyContent({ lead: lead === null ? null : placed(lead), seconds: seconds.map(placed), blocks: blocks.map((block) => block.stories.map(placed)) }, since, notes.map(({ id }) => id))
}

/** The fingerprint of a content: whoever sends it names the one that they looked at. */
export function contentSeal(kind: NewsletterKind, content: NewsletterContent): string {
  return createHash('sha256').update(JSON.stringify([kind, content])).digest('base64url')
}

async function notesOf(tx: Tx, ids: readonly string[]): Promise<ListedCorrection[]> {
  const rows = await tx.correction.findMany({
    where: { AND: [SHOWN, { id: { in: [...ids] }, story: { liveRevisionId: { not: null } } }] },
    orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }],
    select: { ...CORRECTION, story: { select: { addresses: { where: { current: true }, take: 1, select: { sectionSlug: true, slug: true } }, liveRevision: { select: { headline: true } } } } },
  })
  return rows.flatMap(({ story, ...row }) => {
    const [address, headline] = [story.addresses[0], story.liveRevision?.headline]
    return address === undefined || headline === undefined ? [] : correctionView(row).map((view) => ({ ...view, story: { path: pathOf(address), headline } }))
  })
}

/** The words of a newsletter as they are now: of what it tells, only what is live at this moment. null: nothing of it is. */
export async function wordsNow(tx: Tx, kind: NewsletterKind, content: NewsletterContent, leave: string): Promise<NewsletterMail | null> {
  const paper = await tx.paper.findUnique({ where: { id: 1 }, select: { name: true, language: true } })
  const cards = new Map((await cardsOf(tx, storiesOf(content), { pictures: false, form: await nameForm(tx) })).map(({ id, card }) => [id, card]))
  const row = (ids: readonly string[]) => ids.flatMap((id) => cards.get(id) ?? [])
  return newsletterMail({
    kind, leave,
    paper: paper?.name ?? 'Fourth Period', language: paper?.language ?? 'en', site: env().SITE_URL,
    top: row(content.top), blocks: content.blocks.map(row).filter((block) => block.length > 0), corrections: await notesOf(tx, content.corrections),
  })
}
