import 'server-only'
import type { StoryCardView } from '#domain/story-view.ts'
import { readFrontPage } from '../front-page/view.ts'

/** Every story on the front page as readers see it, in its order, and what the page is tagged with. */
export async function frontCards(): Promise<{ cards: StoryCardView[]; shown: { storyIds: string[]; staffIds: string[] } }> {
  const { front, shown } = await readFrontPage()
  return { cards: [...(front.lead === null ? [] : [front.lead]), ...front.seconds, ...front.blocks.flatMap(({ stories }) => stories)], shown }
}
