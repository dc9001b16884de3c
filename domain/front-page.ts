import type { SectionView, StoryCardView } from './story-view.ts'

/** How the front page is laid out: by place and size, until editors arrange it themselves. */
export type FrontArrangement = {
  /** The story across the top; null = an empty paper. */
  lead: StoryCardView | null
  /** Beside it: at most four. */
  seconds: StoryCardView[]
  /** The rest by section, in the paper's order; a section without a story is left out. */
  sections: { section: SectionView; stories: StoryCardView[] }[]
}

const SECONDS = 4
const PER_SECTION = 5
/** How far down the newest stories a picture is worth looking for. */
const LOOK_FOR_PICTURE = 3

/**
 * Arranges stories, newest first. The lead is the newest with a picture among the first three, or else the newest.
 * No story stands twice.
 */
export function arrangeFront(stories: readonly StoryCardView[], sections: readonly SectionView[]): FrontArrangement {
  const lead = stories.slice(0, LOOK_FOR_PICTURE).find((story) => story.lead !== null) ?? stories[0] ?? null
  const others = stories.filter((story) => story !== lead)
  const seconds = others.slice(0, SECONDS)
  const rest = others.slice(SECONDS)
  return {
    lead,
    seconds,
    sections: sections
      .map((section) => ({ section, stories: rest.filter((story) => story.section.slug === section.slug).slice(0, PER_SECTION) }))
      .filter((block) => block.stories.length > 0),
  }
}
