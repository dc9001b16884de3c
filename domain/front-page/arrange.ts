import { IN_BLOCK, MOST_SECONDS, type FrontLayout, type LayoutBlock } from './layout.ts'

/** What decides where a live story can stand. */
export type FrontStory = { id: string; sectionId: string; hasPicture: boolean }

/** A story in its place; `pinned`: somebody put it there. */
export type Placed<S> = { story: S; pinned: boolean }
export type FrontBlock<S> = Omit<LayoutBlock, 'pins'> & { stories: Placed<S>[] }
export type FrontArrangement<S> = {
  /** The story across the top; null = an empty paper. */
  lead: Placed<S> | null
  /** Beside it: at most four. */
  seconds: Placed<S>[]
  /** All sections in their order; a hidden one holds no story, and one without a story is left out on the page. */
  blocks: FrontBlock<S>[]
}

/** How far down the newest stories a picture is worth looking for. */
const LOOK_FOR_PICTURE = 3

/** The sections as an arrangement orders them; one that it does not know comes last, in the paper's order. */
export function blocksOf({ blocks }: Pick<FrontLayout, 'blocks'>, sections: readonly { id: string }[]): LayoutBlock[] {
  const there = new Set(sections.map(({ id }) => id))
  const known = new Map(blocks.filter(({ sectionId }) => there.has(sectionId)).map((block) => [block.sectionId, block]))
  const others = sections.filter(({ id }) => !known.has(id)).map(({ id }) => ({ sectionId: id, hidden: false, count: IN_BLOCK, pins: [] }))
  return [...known.values(), ...others]
}

/**
 * Arranges live stories, newest first. What an arrangement puts in a place stands there as long as it is among them; everything else
 * flows: the lead is the newest with a picture among the first three, or else the newest, then come the secondary stories, then the
 * sections. No story stands twice, and no place is left empty while a story that could stand in it is not on the page. `apart`: a story
 * that is kept off the page, such as one that is being moved.
 */
export function arrangeFront<S extends FrontStory>(layout: FrontLayout, stories: readonly S[], sections: readonly { id: string }[], apart?: S): FrontArrangement<S> {
  const byId = new Map(stories.map((story) => [story.id, story]))
  const taken = new Set(apart === undefined ? [] : [apart])
  const pin = (id: string | null, sectionId?: string): Placed<S>[] => {
    const story = id === null ? undefined : byId.get(id)
    if (story === undefined || taken.has(story) || (sectionId !== undefined && story.sectionId !== sectionId)) return []
    taken.add(story)
    return [{ story, pinned: true }]
  }
  const flow = (most: number, fits: (story: S) => boolean = () => true): Placed<S>[] => {
    const found = stories.filter((story) => !taken.has(story) && fits(story)).slice(0, Math.max(0, most))
    for (const story of found) taken.add(story)
    return found.map((story) => ({ story, pinned: false }))
  }

  const [pinnedLead] = pin(layout.lead)
  const seconds = layout.seconds.slice(0, MOST_SECONDS).flatMap((id) => pin(id))
  const blocks = blocksOf(layout, sections).map(({ pins, ...block }) => ({ ...block, stories: block.hidden ? [] : pins.slice(0, block.count).flatMap((id) => pin(id, block.sectionId)) }))
  const pictured = stories.slice(0, LOOK_FOR_PICTURE).find((story) => story.hasPicture && !taken.has(story))
  // Where every story is pinned further down, the first of them moves up: a paper with stories has a lead.
  const lead = pinnedLead ?? (pictured === undefined ? flow(1) : flow(1, (story) => story === pictured))[0] ?? seconds.shift() ?? blocks.find((block) => block.stories.length > 0)?.stories.shift() ?? null
  seconds.push(...flow(MOST_SECONDS - seconds.length))
  for (const block of blocks) if (!block.hidden) block.stories.push(...flow(block.count - block.stories.length, (story) => story.sectionId === block.sectionId))
  return { lead, seconds, blocks }
}
