import type { CopyText, LeveledFinding } from '#domain/copydesk/finding.ts'
import { copydeskFindings, RULES } from '#domain/copydesk/rules.ts'
import type { CopydeskSettings } from '#domain/copydesk/settings.ts'

/** A finding with what the settings call its rule: the rules themselves stay in their worker, out of the page's script. */
export type NamedFinding = LeveledFinding & { name: string; source: string }

/** What the copy desk has to say about a story, with the name and source of each rule. */
export function namedFindings(text: CopyText, settings: CopydeskSettings): NamedFinding[] {
  return copydeskFindings(text, settings).map((finding) => {
    const { name = finding.ruleId, source = '' } = RULES.find(({ id }) => id === finding.ruleId) ?? {}
    return { ...finding, name, source }
  })
}
