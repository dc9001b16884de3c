import 'server-only'
import type { CopydeskLevel } from '#domain/copydesk/finding.ts'
import type { CopydeskSettings } from '#domain/copydesk/settings.ts'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, type StoryAction } from '#domain/policy.ts'
import { db } from '../db.ts'
import { reviewRules, storyCase, STORY_STANDING } from '../stories/lock.ts'
import { dismissalsOf, namesAndWords, storedSettings, type DismissalView } from './context.ts'

/** All that the copy desk of an open editor needs besides the text. */
export type StoryCopydesk = {
  settings: CopydeskSettings
  staff: { staffId: string; name: string }[]
  paperWords: string[]
  dismissals: DismissalView[]
  userId: string
  /** `lift`: whether this person's word settles a blocking rule too. */
  may: { dismiss: boolean; lift: boolean; extend: boolean }
}

/** What the copy desk knows beside a story's text, or null where this actor may not read the story. */
export async function copydeskOf(actor: Actor, storyId: string): Promise<StoryCopydesk | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const story = await db().story.findUnique({ where: { id: storyId }, select: STORY_STANDING })
  if (story === null) return null
  const policy = await reviewRules(db())
  const may = (action: StoryAction) => decideOnStory(actor.role, action, storyCase(actor, story, policy)).allowed
  if (!may('readStory')) return null
  const [settings, names, dismissals] = await Promise.all([storedSettings(db()), namesAndWords(db()), dismissalsOf(db(), story, policy)])
  return {
    settings,
    staff: [...names.staff],
    paperWords: [...names.paperWords],
    dismissals,
    userId: actor.userId,
    may: { dismiss: may('dismissFinding'), lift: may('liftBlockingFinding'), extend: decide(actor.role, 'extendDictionary').allowed },
  }
}

export type DictionaryWord = { id: string; word: string; by: string; at: string }
export type CopydeskSettingsPage = {
  sections: { id: string; slug: string; name: string }[]
  /** By rule id: the paper's word and each section's by its id; null or absent: what stands above decides. */
  levels: Record<string, { paper: CopydeskLevel | null; sections: Record<string, CopydeskLevel> }>
  words: DictionaryWord[]
  may: { set: boolean; extend: boolean }
}

/** Rules and dictionary for their page in the settings; null for whoever may change neither. */
export async function copydeskSettings(actor: Actor): Promise<CopydeskSettingsPage | null> {
  const may = { set: decide(actor.role, 'setCopydeskRules').allowed, extend: decide(actor.role, 'extendDictionary').allowed }
  if (!may.set && !may.extend) return null
  const [sections, rows, words] = await Promise.all([
    db().section.findMany({ orderBy: { position: 'asc' }, select: { id: true, slug: true, name: true } }),
    db().copydeskSetting.findMany({ select: { ruleId: true, sectionId: true, level: true } }),
    db().paperWord.findMany({ orderBy: { word: 'asc' }, select: { id: true, word: true, createdAt: true, addedBy: { select: { staff: { select: { name: true } } } } } }),
  ])
  const levels: CopydeskSettingsPage['levels'] = {}
  for (const { ruleId, sectionId, level } of rows) {
    const known = levels[ruleId] ?? { paper: null, sections: {} }
    levels[ruleId] = sectionId === null ? { ...known, paper: level } : { ...known, sections: { ...known.sections, [sectionId]: level } }
  }
  return { sections, levels, words: words.map(({ id, word, createdAt, addedBy }) => ({ id, word, by: addedBy.staff.name, at: createdAt.toISOString() })), may }
}
