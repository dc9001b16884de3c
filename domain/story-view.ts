import type { CorrectionKind } from './corrections.ts'
import type { StoryDocument } from './document/schema.ts'
import type { BannerView } from './front-page/banner.ts'
import type { AssetView } from './media.ts'
import type { PollView } from './polls/poll.ts'
import type { ScoreLine } from './sports/view.ts'
import type { Focus } from './picture-crop.ts'
import type { Language } from './words/language.ts'

/** What screens that show a story get: plain JSON, made only from the one revision to be shown. */

/** The paper as its furniture needs it. */
export type PaperView = {
  name: string
  motto: string
  /** IANA name; every date on the paper is told in it. */
  timeZone: string
  /** What the paper speaks; its own words are in domain/words. */
  language: Language
  sections: SectionView[]
}

export type SectionView = { slug: string; name: string }

/** One name under a headline; `credit` is their line ("Staff Writer"), '' where there is none. `onStaff`: somebody of the staff list, who has a feed. */
export type BylineView = { name: string; credit: string; onStaff?: true }

/**
 * A picture with the words that one revision gives it. `focus`: what stays in sight when it is cropped; `social`: the picture for links to the story, where one is made.
 */
export type PictureView = {
  asset: AssetView
  caption: string
  alt: string
  credit: string
  focus?: Focus
  social?: { key: string; width: number; height: number } | null
}

/** A story as lists show it. Dates are ISO 8601. */
export type StoryCardView = {
  path: string
  headline: string
  deck: string
  section: SectionView
  bylines: BylineView[]
  publishedAt: string
  lead: PictureView | null
}

/** The front page as it stands, from its lead to its sections. `latest`: when its newest story came out (ISO 8601). */
export type FrontView = {
  /** null = an empty paper. */
  lead: StoryCardView | null
  seconds: StoryCardView[]
  /** Only sections with a story to show. */
  blocks: { section: SectionView; stories: StoryCardView[] }[]
  banner: BannerView | null
  latest: string | null
}

/** A story that another one points to. */
export type RelatedStoryView = { path: string; headline: string; section: SectionView; lead: PictureView | null }

/** A dated note on a story. `at`: when it was published; `replaced`: when the wrong one was that it takes the place of (ISO 8601). */
export type CorrectionView = { id: string; kind: CorrectionKind; text: string; at: string; replaced: string | null }

/** A note in the paper's list of them, with the story that it stands on. */
export type ListedCorrection = CorrectionView & { story: { path: string; headline: string } }

/** What a story shows as it is now, whenever it was written: scores and polls. */
export type LiveParts = { games: Record<string, ScoreLine>; polls: Record<string, PollView>; timeZone: string; language: Language }

/** One revision as its page shows it, in the paper or in the newsroom's preview. */
export type StoryView = {
  headline: string
  deck: string
  section: SectionView | null
  bylines: BylineView[]
  tags: string[]
  /** null: not published yet. */
  publishedAt: string | null
  /** null: not changed since it was first published. */
  updatedAt: string | null
  lead: PictureView | null
  /** null: the stored text could not be read. */
  body: StoryDocument | null
  /** The pictures of the body by asset id, stills of embeds included. */
  assets: Record<string, AssetView>
  /** The live stories that the body points to, by id. */
  related: Record<string, RelatedStoryView>
  /** The games and polls that the body shows, by id, and in which language and on whose clocks; none: it shows neither. */
  live?: LiveParts
  /** The notes that stand on it, oldest first. */
  corrections: CorrectionView[]
}

/** What a reader finds at the address of a story. `findable`: search engines may list it. */
export type StoryAnswer =
  | { kind: 'story'; path: string; story: StoryView; findable: boolean }
  | { kind: 'moved'; path: string }
  | { kind: 'withdrawn'; at: string; statement: string }
  | { kind: 'none' }

/** Who made the paper in a school year, by name; `classOf`: the year of their graduation. `years`: all that have a masthead, newest first. */
export type MastheadView = { schoolYear: string; people: { name: string; position: string; sections: string[]; classOf: number | null }[]; years: string[] }
