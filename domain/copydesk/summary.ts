import type { LeveledFinding } from './finding.ts'

/** How many findings of a story somebody still has to look at, by level and by rule. */
export type CopydeskSummary = { advisory: number; blocking: number; byRule: Record<string, number> }

/** Counts findings; those that were dismissed are to be left out before. */
export function summaryOf(findings: readonly Pick<LeveledFinding, 'ruleId' | 'level'>[]): CopydeskSummary {
  const byRule: Record<string, number> = Object.create(null)
  for (const { ruleId } of findings) byRule[ruleId] = (byRule[ruleId] ?? 0) + 1
  const blocking = findings.filter(({ level }) => level === 'BLOCKING').length
  return { advisory: findings.length - blocking, blocking, byRule: { ...byRule } }
}

/** The summary in words for a list: "3 to look at, 1 blocking"; "Nothing to look at". */
export function summaryWords({ advisory, blocking }: Pick<CopydeskSummary, 'advisory' | 'blocking'>): string {
  const parts = [...(advisory === 0 ? [] : [`${advisory} to look at`]), ...(blocking === 0 ? [] : [`${blocking} blocking`])]
  return parts.length === 0 ? 'Nothing to look at' : parts.join(', ')
}
