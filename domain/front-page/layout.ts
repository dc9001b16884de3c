import { z } from 'zod'

/** What editors say about the front page. Whatever they leave open, the automatic front fills (arrange.ts). */

/** Beside the lead stand at most so many stories. */
export const MOST_SECONDS = 4
/** How many stories a section shows until somebody says otherwise, and the most that it can. */
export const IN_BLOCK = 5
export const MOST_IN_BLOCK = 10
/** The longest banner of a paper's own words. */
export const MOST_BANNER_WORDS = 120

const blockSchema = z.object({
  sectionId: z.uuid(),
  hidden: z.boolean(),
  count: z.int().min(1).max(MOST_IN_BLOCK),
  /** Stories of the section that stand first in it. */
  pins: z.array(z.uuid()).max(MOST_IN_BLOCK),
})
const bannerSchema = z.object({
  /** The live story that it leads to, and whose headline it says where it has no words of its own. */
  storyId: z.uuid().nullable(),
  /** '': the headline of the story. */
  words: z.string().max(MOST_BANNER_WORDS),
  /** When it goes by itself (ISO 8601); null: when somebody takes it down. */
  endsAt: z.iso.datetime().nullable(),
})

/** An arrangement as it is stored: ids alone. An id that is not live (any more) is as good as not there. */
export const frontLayoutSchema = z.object({
  lead: z.uuid().nullable(),
  seconds: z.array(z.uuid()).max(MOST_SECONDS),
  blocks: z.array(blockSchema).max(200),
  banner: bannerSchema.nullable(),
})
export type FrontLayout = z.output<typeof frontLayoutSchema>
export type LayoutBlock = FrontLayout['blocks'][number]
export type FrontBanner = z.output<typeof bannerSchema>

/** Nobody has arranged anything. */
export const AUTOMATIC: FrontLayout = { lead: null, seconds: [], blocks: [], banner: null }

/** What is stored, read; null where it is no arrangement. */
export function layoutOf(json: unknown): FrontLayout | null {
  const parsed = frontLayoutSchema.safeParse(json)
  return parsed.success ? parsed.data : null
}

/** Whether two arrangements say the same. */
export function sameLayout(a: FrontLayout, b: FrontLayout): boolean {
  return JSON.stringify(frontLayoutSchema.parse(a)) === JSON.stringify(frontLayoutSchema.parse(b))
}

/** Every story that an arrangement names, each once. */
export function storiesIn({ lead, seconds, blocks, banner }: FrontLayout): string[] {
  const named = [lead, ...seconds, ...blocks.flatMap(({ pins }) => pins), banner?.storyId ?? null]
  return [...new Set(named.filter((id) => id !== null))]
}
