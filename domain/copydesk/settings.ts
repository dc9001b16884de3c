import type { CopydeskLevel, Rule } from './finding.ts'

type Levels = Readonly<Record<string, CopydeskLevel>>

/** What a paper decided about rules, by rule id: for the whole paper, and by section slug. A section's word wins. */
export type CopydeskSettings = { paper: Levels; sections: Readonly<Record<string, Levels>> }

export const DEFAULT_SETTINGS: CopydeskSettings = { paper: {}, sections: {} }

// Only own keys: a section may be called "constructor".
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(record, key) ? record[key] : undefined)

/** The level of a rule in a section (null: a story without one): the section's word, else the paper's, else the rule's own. */
export function levelOf({ id, defaultLevel }: Pick<Rule, 'id' | 'defaultLevel'>, section: string | null, { paper, sections }: CopydeskSettings): CopydeskLevel {
  const inSection = section === null ? undefined : own(own(sections, section) ?? {}, id)
  return inSection ?? own(paper, id) ?? defaultLevel
}
