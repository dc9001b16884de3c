import 'server-only'
import type { CopyContext } from '#domain/copydesk/copy-text.ts'
import type { CopydeskLevel } from '#domain/copydesk/finding.ts'
import { RULES } from '#domain/copydesk/rules.ts'
import { levelOf, type CopydeskSettings } from '#domain/copydesk/settings.ts'
import { decideOnStory } from '#domain/policy.ts'
import type { ReviewRules } from '#domain/review-policy.ts'
import type { Tx } from '../db.ts'
import { storyCase, type StoryStanding } from '../stories/lock.ts'

type Reads = Pick<Tx, 'copydeskSetting' | 'paperWord' | 'staffMember' | 'copydeskDismissal'>

/** What the paper decided about rules. */
export async function storedSettings(client: Pick<Reads, 'copydeskSetting'>): Promise<CopydeskSettings> {
  const rows = await client.copydeskSetting.findMany({ select: { ruleId: true, level: true, section: { select: { slug: true } } } })
  const paper: Record<string, CopydeskLevel> = {}
  const sections: Record<string, Record<string, CopydeskLevel>> = {}
  for (const { ruleId, level, section } of rows) {
    if (section === null) paper[ruleId] = level
    else sections[section.slug] = { ...sections[section.slug], [ruleId]: level }
  }
  return { paper, sections }
}

/** The same settings with every rule off that does not block in this section; null when none does. */
export function blockingOnly(settings: CopydeskSettings, section: string | null): CopydeskSettings | null {
  const levels = RULES.map((rule) => [rule.id, levelOf(rule, section, settings) === 'BLOCKING' ? 'BLOCKING' : 'OFF'] as const)
  return levels.some(([, level]) => level === 'BLOCKING') ? { paper: Object.fromEntries(levels), sections: {} } : null
}

/** Everybody who may sign, graduates included, and the paper's own words. */
export async function namesAndWords(client: Pick<Reads, 'paperWord' | 'staffMember'>): Promise<Pick<CopyContext, 'staff' | 'paperWords'>> {
  const staff = await client.staffMember.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } })
  const words = await client.paperWord.findMany({ orderBy: { word: 'asc' }, select: { word: true } })
  return { staff: staff.map(({ id, name }) => ({ staffId: id, name })), paperWords: words.map(({ word }) => word) }
}

/** A dismissal as screens show it. `at` is ISO 8601. `lifts`: whether it settles a blocking rule too. */
export type DismissalView = { id: string; ruleId: string; passage: string; reason: string; by: string; byId: string; at: string; lifts: boolean }

/** What was dismissed in stories, by the story's id. Whether somebody's word settles a blocking rule depends on the role that they have now. */
export async function dismissalsIn(client: Pick<Reads, 'copydeskDismissal'>, stories: readonly StoryStanding[], policy: ReviewRules): Promise<Map<string, DismissalView[]>> {
  const rows = await client.copydeskDismissal.findMany({
    where: { storyId: { in: stories.map(({ id }) => id) } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, storyId: true, ruleId: true, passage: true, reason: true, createdAt: true, by: { select: { id: true, role: true, staff: { select: { id: true, name: true } } } } },
  })
  const views = (story: StoryStanding) =>
    rows.filter(({ storyId }) => storyId === story.id).map(({ by, createdAt, id, ruleId, passage, reason }): DismissalView => {
      const on = storyCase({ userId: by.id, staffId: by.staff.id, role: by.role, name: by.staff.name }, story, policy)
      return { id, ruleId, passage, reason, by: by.staff.name, byId: by.id, at: createdAt.toISOString(), lifts: decideOnStory(by.role, 'liftBlockingFinding', on).allowed }
    })
  return new Map(stories.map((story) => [story.id, views(story)]))
}

/** The same of one story. */
export async function dismissalsOf(client: Pick<Reads, 'copydeskDismissal'>, story: StoryStanding, policy: ReviewRules): Promise<DismissalView[]> {
  return (await dismissalsIn(client, [story], policy)).get(story.id) ?? []
}
