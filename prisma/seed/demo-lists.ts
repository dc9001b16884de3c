import 'server-only'
import type { Actor } from '#domain/people.ts'
import { slugify } from '#domain/slug.ts'
import { db } from '#server/db.ts'
import { addSection, changeSection } from '#server/sections/commands.ts'
import { addPart, makeSeries } from '#server/series/commands.ts'
import type { DemoStory } from './copy.ts'
import { done } from './done.ts'

/** The ink of each section that has one; news is black. */
const INKS: Partial<Record<DemoStory['section'], string>> = { Opinion: '#1f4e79', Features: '#7a4b00', Arts: '#7a2e6e', Sports: '#17663a' }
const PARTS: Partial<Record<DemoStory['section'], DemoStory['section']>> = { District: 'News', Music: 'Arts' }

type Section = { id: string; slug: string; name: string; needsRiskChecklist: boolean; parentId: string | null }
const sections = (): Promise<Section[]> => db().section.findMany({ select: { id: true, slug: true, name: true, needsRiskChecklist: true, parentId: true } })

/** Gives the sections of the demo paper their colours and parts. Answers the ids of all by name. */
export async function seedSections(admin: Actor): Promise<Map<string, string>> {
  const first = await sections()
  for (const { id, ...section } of first) {
    const color = Object.entries(INKS).find(([name]) => name === section.name)?.[1] ?? ''
    if (color !== '') done(section.name, await changeSection(admin, { ...section, sectionId: id, color }))
  }
  for (const [name, parent] of Object.entries(PARTS)) done(name, await addSection(admin, { name, parentId: first.find((one) => one.name === parent)?.id ?? null }))
  return new Map((await sections()).map(({ id, name }) => [name, id]))
}

const SERIES = [
  { title: 'The old pipes', description: 'What comes out of the taps of a building from 1931, what is in it, and what it would take to change that.', parts: ['The old pipes, part one', 'The old pipes, part two', 'The old pipes, part three'] },
  { title: 'People of the building', description: 'Those who were here before the first bell and will be here after the last.', parts: ['He has opened the same 1,100 lockers', 'Forty freshmen, one map', 'The library opens its windows', 'What the exchange students miss'] },
]

/** Puts stories of the demo paper into series; `storyIds` by headline. */
export async function seedSeries(editor: Actor, storyIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { title, description, parts } of SERIES) {
    const { seriesId } = done(title, await makeSeries(editor, { title, description }))
    for (const part of parts) {
      const [headline] = [...storyIds.keys()].filter((one) => slugify(one).startsWith(slugify(part)))
      const storyId = storyIds.get(headline ?? '')
      if (storyId === undefined) throw new Error(`The demo paper has no story “${part}”.`)
      done(part, await addPart(editor, { seriesId, storyId }))
    }
  }
}
