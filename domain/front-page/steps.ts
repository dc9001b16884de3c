import { z } from 'zod'
import { arrangeFront, blocksOf, type FrontStory } from './arrange.ts'
import { AUTOMATIC, MOST_IN_BLOCK, MOST_SECONDS, type FrontBanner, type FrontLayout, type LayoutBlock } from './layout.ts'

/** Where a story is put. `auto`: nowhere; it flows to where it comes by itself. `at`: before how many others. */
export type Place = { in: 'lead' } | { in: 'seconds'; at: number } | { in: 'block'; sectionId: string; at: number } | { in: 'auto' }

/** A place as forms and elements of the page name it: "lead", "seconds:2", "block:<section>:0", "auto". */
export function placeName(place: Place): string {
  if (place.in === 'block') return `block:${place.sectionId}:${place.at}`
  return place.in === 'seconds' ? `seconds:${place.at}` : place.in
}

/** The place of such a name; null: it names none. */
export function placeOf(name: string): Place | null {
  if (name === 'lead' || name === 'auto') return { in: name }
  const [, second] = /^seconds:(\d)$/.exec(name) ?? []
  if (second !== undefined) return { in: 'seconds', at: Number(second) }
  const [, sectionId, at] = /^block:([0-9a-f-]{36}):(\d{1,2})$/.exec(name) ?? []
  return sectionId === undefined ? null : { in: 'block', sectionId, at: Number(at) }
}

const placeSchema = z.string().transform((name, context): Place => {
  const place = placeOf(name)
  if (place !== null) return place
  context.addIssue({ code: 'custom', message: 'Choose a place.' })
  return z.NEVER
})
const whole = (least: number, most: number) => z.coerce.number<string>().int().min(least).max(most)

/** One thing that is done to an arrangement, as a form sends it. */
export const frontStepSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('place'), storyId: z.uuid(), to: placeSchema }),
  z.object({ do: z.literal('move'), sectionId: z.uuid(), at: whole(0, 199) }),
  z.object({ do: z.literal('hide'), sectionId: z.uuid() }),
  z.object({ do: z.literal('show'), sectionId: z.uuid() }),
  z.object({ do: z.literal('count'), sectionId: z.uuid(), count: whole(1, MOST_IN_BLOCK) }),
  z.object({ do: z.literal('automatic') }),
])
export type FrontStep = z.output<typeof frontStepSchema> | { do: 'banner'; banner: FrontBanner | null }

type Named = FrontStory & { headline: string }
/** What there is to arrange: the live stories, newest first, and the sections in the paper's order. */
export type Material<S extends Named> = { stories: readonly S[]; sections: readonly { id: string; name: string }[] }
/** `words`: what was done, as a sentence without its full stop. */
export type StepTaken = { ok: true; layout: FrontLayout; words: string } | { ok: false; reason: string }

const refused = (reason: string): StepTaken => ({ ok: false, reason })

/**
 * The arrangement after a step. What is put in a place stands there exactly as it was seen: stories above it that had only flowed to their
 * places are held there too. Refuses a story that readers do not see, and a section that is not the story's.
 */
export function takeStep<S extends Named>(layout: FrontLayout, step: FrontStep, material: Material<S>): StepTaken {
  if (step.do === 'automatic') return { ok: true, layout: { ...AUTOMATIC, banner: layout.banner }, words: 'Went back to the automatic front' }
  if (step.do === 'banner') return { ok: true, layout: { ...layout, banner: step.banner }, words: bannerWords(step.banner, material) }
  return step.do === 'place' ? placeStory(layout, step, material) : changeBlock(layout, step, material)
}

function bannerWords<S extends Named>(banner: FrontBanner | null, { stories }: Material<S>): string {
  if (banner === null) return 'Took the banner out'
  return `Set the banner to “${banner.words || (stories.find(({ id }) => id === banner.storyId)?.headline ?? '')}”`
}

function withoutStory(layout: FrontLayout, storyId: string): FrontLayout {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== storyId)
  return {
    ...layout,
    lead: layout.lead === storyId ? null : layout.lead,
    seconds: others(layout.seconds),
    blocks: layout.blocks.map((block) => ({ ...block, pins: others(block.pins) })),
  }
}

/** What is pinned of a row of stories after one more was put into it: all down to the last that somebody put there. */
function pinnedRow(shown: readonly { story: Named; pinned: boolean }[], storyId: string, at: number): { ids: string[]; at: number } {
  const index = Math.min(at, shown.length)
  const row = shown.map(({ story, pinned }) => ({ id: story.id, pinned })).toSpliced(index, 0, { id: storyId, pinned: true })
  return { ids: row.slice(0, row.findLastIndex(({ pinned }) => pinned) + 1).map(({ id }) => id), at: index }
}

function placeStory<S extends Named>(layout: FrontLayout, { storyId, to }: { storyId: string; to: Place }, { stories, sections }: Material<S>): StepTaken {
  const story = stories.find(({ id }) => id === storyId)
  const bare = withoutStory(layout, storyId)
  if (to.in === 'auto') return { ok: true, layout: bare, words: `Let “${story?.headline ?? 'a story'}” find its place by itself` }
  if (story === undefined) return refused('Readers do not see this story (any more), so it cannot stand on the front page.')
  const name = `“${story.headline}”`
  if (to.in === 'lead') return { ok: true, layout: { ...bare, lead: storyId }, words: `Made ${name} the lead` }
  const shown = arrangeFront(bare, stories, sections, story)
  if (to.in === 'seconds') {
    const { ids, at } = pinnedRow(shown.seconds, storyId, Math.min(to.at, MOST_SECONDS - 1))
    return { ok: true, layout: { ...bare, seconds: ids.slice(0, MOST_SECONDS) }, words: `Moved ${name} to place ${at + 1} of the secondary stories` }
  }
  const section = sections.find(({ id }) => id === to.sectionId)
  const block = shown.blocks.find(({ sectionId }) => sectionId === to.sectionId)
  if (section === undefined || block === undefined) return refused('There is no such section.')
  if (story.sectionId !== section.id) return refused(`This story is not in ${section.name}. A section shows its own stories alone.`)
  if (block.hidden) return refused(`${section.name} is hidden on the front page. Show it first.`)
  const { ids, at } = pinnedRow(block.stories, storyId, Math.min(to.at, block.count - 1))
  const blocks = blocksOf(bare, sections).map((one) => (one.sectionId === section.id ? { ...one, pins: ids.slice(0, one.count) } : one))
  return { ok: true, layout: { ...bare, blocks }, words: `Moved ${name} to place ${at + 1} in ${section.name}` }
}

type BlockStep = Extract<FrontStep, { do: 'move' | 'hide' | 'show' | 'count' }>

function changeBlock<S extends Named>(layout: FrontLayout, step: BlockStep, { sections }: Material<S>): StepTaken {
  const section = sections.find(({ id }) => id === step.sectionId)
  if (section === undefined) return refused('There is no such section.')
  const blocks = blocksOf(layout, sections)
  const changed = (change: Partial<LayoutBlock>) => ({ ...layout, blocks: blocks.map((one) => (one.sectionId === section.id ? { ...one, ...change } : one)) })
  switch (step.do) {
    case 'hide':
      return { ok: true, layout: changed({ hidden: true }), words: `Hid ${section.name}` }
    case 'show':
      return { ok: true, layout: changed({ hidden: false }), words: `Showed ${section.name} again` }
    case 'count': {
      const pins = blocks.find(({ sectionId }) => sectionId === section.id)?.pins ?? []
      return { ok: true, layout: changed({ count: step.count, pins: pins.slice(0, step.count) }), words: `Set ${section.name} to ${step.count} ${step.count === 1 ? 'story' : 'stories'}` }
    }
    case 'move': {
      const others = blocks.filter(({ sectionId }) => sectionId !== section.id)
      const moved = blocks.filter(({ sectionId }) => sectionId === section.id)
      const at = Math.min(step.at, others.length)
      return { ok: true, layout: { ...layout, blocks: others.toSpliced(at, 0, ...moved) }, words: `Moved ${section.name} to place ${at + 1} of the sections` }
    }
  }
}
