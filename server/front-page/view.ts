import 'server-only'
import { arrangeFront } from '#domain/front-page/arrange.ts'
import { bannerView } from '#domain/front-page/banner.ts'
import { AUTOMATIC, layoutOf, storiesIn, type FrontLayout } from '#domain/front-page/layout.ts'
import type { FrontView } from '#domain/story-view.ts'
import { db } from '../db.ts'
import { log } from '../log.ts'
import { readCardsOf, type Shown } from '../stories/reader-views.ts'
import { frontSections, liveStories } from './live-stories.ts'

/** From an arrangement to what readers see. Uncached: published.ts is the door, this is the room behind it. */

/** What is stored as an arrangement; the automatic front, and a line in the log, where it cannot be read. */
export function storedLayout(json: unknown, where: string): FrontLayout {
  const layout = layoutOf(json)
  if (layout === null) log.error({ where }, 'this arrangement of the front page cannot be read')
  return layout ?? AUTOMATIC
}

/** The front page under an arrangement, of live stories alone. `bannerOver`: the time of its banner has come. */
export async function frontView(layout: FrontLayout, { bannerOver }: { bannerOver: boolean }): Promise<{ front: FrontView; shown: Shown }> {
  const [stories, sections] = await Promise.all([liveStories(storiesIn(layout)), frontSections()])
  const { lead, seconds, blocks } = arrangeFront(layout, stories, sections)
  const placed = [lead, ...seconds, ...blocks.flatMap((block) => block.stories)].flatMap((one) => one?.story.id ?? [])
  const bannerStory = bannerOver ? null : (layout.banner?.storyId ?? null)
  const { cards, shown } = await readCardsOf([...new Set([...placed, ...(bannerStory === null ? [] : [bannerStory])])])
  const cardsOf = (row: readonly { story: { id: string } }[]) => row.flatMap(({ story }) => cards.get(story.id) ?? [])
  const shownBlocks = blocks.flatMap((block) => {
    const section = sections.find(({ id }) => id === block.sectionId)
    const some = cardsOf(block.stories)
    return section === undefined || some.length === 0 ? [] : [{ section: { slug: section.slug, name: section.name }, stories: some }]
  })
  const front: FrontView = {
    lead: (lead === null ? undefined : cards.get(lead.story.id)) ?? null,
    seconds: cardsOf(seconds),
    blocks: shownBlocks,
    banner: bannerView(layout.banner, { over: bannerOver, story: (bannerStory === null ? undefined : cards.get(bannerStory)) ?? null }),
    latest: stories[0]?.publishedAt ?? null,
  }
  return { front, shown }
}

/** The front page as readers see it now: under the arrangement that was published last, or by itself. */
export async function readFrontPage(): Promise<{ front: FrontView; shown: Shown }> {
  const page = await db().frontPage.findUnique({ where: { id: 1 }, select: { bannerEndedAt: true, live: { select: { id: true, layout: true } } } })
  const live = page?.live ?? null
  return frontView(live === null ? AUTOMATIC : storedLayout(live.layout, live.id), { bannerOver: page?.bannerEndedAt !== null })
}
