import type { CheckField, UnmetCheck } from '../publish-checks.ts'
import type { CopyText, LeveledFinding } from './finding.ts'
import { passageKey } from './passage.ts'

/** Longest reason for leaving a passage as it is, in UTF-16 units. */
export const MAX_DISMISSAL_REASON = 500

/** Somebody's word that a passage is right as it stands. `lifts`: said by somebody whose word also settles a blocking rule. */
export type Dismissal = { ruleId: string; passage: string; lifts: boolean }

/** A finding with what was said about it. `key`: passageKey. `settled`: nobody has to look at it any more. */
export type JudgedFinding<D extends Dismissal> = { finding: LeveledFinding; key: string; dismissal: D | null; settled: boolean }

/** Findings, in their order, with the dismissal that belongs to the passage of each. */
export function judgedFindings<D extends Dismissal>(findings: readonly LeveledFinding[], text: CopyText, dismissals: readonly D[]): JudgedFinding<D>[] {
  return findings.map((finding) => {
    const key = passageKey(finding, text)
    const dismissal = dismissals.find(({ ruleId, passage }) => ruleId === finding.ruleId && passage === key) ?? null
    return { finding, key, dismissal, settled: dismissal !== null && (finding.level !== 'BLOCKING' || dismissal.lifts) }
  })
}

/** What a publish check needs to know of a judged finding. */
type Blocking = { finding: Pick<LeveledFinding, 'ruleId' | 'place' | 'level' | 'message'>; dismissal: object | null; settled: boolean }

/**
 * What keeps a story from being published by rules that are blocking in its section: one line for each rule and field, so that twenty
 * stray spaces are one line. Where the author has given a reason for every one of them, the line waits for an editor, and holds up the
 * approval but not the handing in.
 */
export function blockingChecks(judged: readonly Blocking[], nameOf: (ruleId: string) => string): UnmetCheck[] {
  const groups = new Map<string, Blocking[]>()
  for (const one of judged) {
    if (one.settled || one.finding.level !== 'BLOCKING') continue
    const name = `${one.finding.ruleId} ${one.finding.place.field}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups.values()].flatMap((group): UnmetCheck[] => {
    const open = group.filter(({ dismissal }) => dismissal === null)
    const first = (open[0] ?? group[0])?.finding
    if (first === undefined) return []
    const places = group.length === 1 ? '' : ` (${group.length} places)`
    const message = `Copy desk, ${nameOf(first.ruleId)}${places}: ${first.message}`
    const field: CheckField = first.place.field === 'sources' ? 'body' : first.place.field
    return open.length > 0 ? [{ field, message }] : [{ field, message: `${message} The reason given for it waits for an editor’s or adviser’s yes.`, waitsFor: 'adviser' }]
  })
}
