import type { CorrectionKind } from './corrections.ts'
import type { StoryDocument } from './document/schema.ts'
import type { BannerView } from './front-page/banner.ts'
import type { AssetView } from './media.ts'
import type { PollView } from './polls/poll.ts'
import type { ScoreLine } from './sports/view.ts'
import type { Look } from './look/look.ts'
import type { Focus } from './picture-crop.ts'
import type { StoryTemplate } from './story-template.ts'
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
  /** Absent: the look that a paper begins with. */
  look?: Look
  /** Those that are open, in their order, each followed by its parts. */
  sections: PaperSection[]
  /** The pages that tell of the paper (about, contact), in the order of its foot. */
  pages: { path: string; title: string }[]
  /** Whether readers can sign up for its newsletter. */
  newsletter?: boolean
  /** Whether printed issues can be read here. */
  printed?: true
}

export type SectionView = { slug: string; name: string }

/** An open section as the masthead and the style need it: `color` '' = black; `parent`: the slug of the section that it is a part of. */
export type PaperSection = SectionView & { color?: string; parent?: string | null }

export type TagView = { slug: string; name: string }

/** One name under a headline; `credit` is their line ("Staff Writer"), '' where there is none. `onStaff`: somebody of the staff list, who has a feed; `handle`: the last part of the address of their page; `bio`: what they say of themselves, where the page shows it. */
export type BylineView = { name: string; credit: string; onStaff?: true; handle?: string; bio?: string }

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

/** What a reader finds at the address of a section. `closed`: nothing new comes; `next`: the place at which the next page begins. */
export type SectionAnswer =
  | { kind: 'section'; section: SectionView; closed: boolean; parent: SectionView | null; parts: SectionView[]; stories: StoryCardView[]; next: string | null }
  | { kind: 'moved'; path: string }
  | { kind: 'none' }

/** What a reader finds at the address of a tag; `next`: the place at which the next page begins. */
export type TagAnswer = { kind: 'tag'; tag: TagView; stories: StoryCardView[]; next: string | null } | { kind: 'moved'; path: string } | { kind: 'none' }

/** A series with its live parts in their order. */
export type SeriesView = { slug: string; title: string; description: string; stories: StoryCardView[] }

type Counted = { name: string; stories: number }
/** The archive: school years with their twelve months ("2026-11"), the newest year first. */
export type ArchiveView = { years: { year: string; months: Counted[] }[] }
/** A part of it: a school year by months; or the stories of a month or a day, with how many came out on each day of the month. */
export type ArchiveAnswer =
  | { kind: 'year'; year: string; months: Counted[] }
  | { kind: 'stories'; month: string; day: string | null; days: Counted[]; stories: StoryCardView[]; next: string | null }
  | { kind: 'none' }

/** A story's place among the live parts of its series, counted from 1, and the parts beside it. */
export type SeriesLineView = { slug: string; title: string; part: number; of: number; previous: PartLink | null; next: PartLink | null }
type PartLink = { path: string; headline: string }

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
  tags: TagView[]
  /** The series that it is a part of; null: none, or it is its only live part. */
  series: SeriesLineView | null
  /** How its page is laid out; null: as a standard story. */
  template: StoryTemplate | null
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

/** What stands around a story: others like it, and its neighbours in its section by the day that they came out. */
export type StorySurroundings = { related: StoryCardView[]; previous: StoryLink | null; next: StoryLink | null }
export type StoryLink = { path: string; headline: string }

/** What a reader finds at the address of a story. `findable`: search engines may list it. */
export type StoryAnswer =
  | { kind: 'story'; path: string; story: StoryView; findable: boolean }
  | { kind: 'moved'; path: string }
  | { kind: 'withdrawn'; at: string; statement: string }
  | { kind: 'none' }

/** Who made the paper in a school year, by name; `classOf`: the year of their graduation. `years`: all that have a masthead, newest first. */
export type MastheadView = { schoolYear: string; people: MastheadPerson[]; years: string[] }
/** `handle`: the last part of the address of their page; null: they have none. `portrait`: where readers may see it. */
export type MastheadPerson = { name: string; handle: string | null; position: string; sections: string[]; classOf: number | null; portrait: PortraitView | null }

/** The picture of somebody on staff. */
export type PortraitView = { asset: AssetView; alt: string; focus: Focus }
/** What somebody was at the paper in a school year. */
export type RoleView = { schoolYear: string; position: string; sections: string[] }
/** A picture that somebody made, and the live story that it stands in. */
export type MadePictureView = PortraitView & { story: { path: string; headline: string } }

/** The page of somebody on staff. `stories`: a page of them, newest first; `next`: the story behind which the next page goes on, null on the last. */
export type PersonView = {
  name: string
  handle: string
  classOf: number | null
  bio: string
  portrait: PortraitView | null
  /** Newest first. */
  roles: RoleView[]
  stories: StoryCardView[]
  next: string | null
  pictures: MadePictureView[]
}

/** What a reader finds at the address of somebody on staff. */
export type PersonAnswer = { kind: 'person'; person: PersonView } | { kind: 'moved'; path: string } | { kind: 'none' }
