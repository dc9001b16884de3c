import { judgedFindings, type JudgedFinding } from '#domain/copydesk/dismissals.ts'
import { textAt, type CopyText, type FindingPlace, type LeveledFinding } from '#domain/copydesk/finding.ts'
import { HARPER_RULES } from '#domain/copydesk/forms.ts'
import type { DeskDismissal, DeskFinding } from '../desk-types.ts'
import type { HarperRemark } from '../harper/harper-protocol.ts'
import type { NamedFinding } from './named-findings.ts'

const HARPER = 'Harper, in this browser'

/** Places whose words Harper reads: all that readers see, but no names and credits. */
export function harperPlaces(text: CopyText): Pick<FindingPlace, 'field' | 'part' | 'block'>[] {
  return [
    { field: 'headline' },
    { field: 'deck' },
    ...text.pictures.flatMap(({ field }) => (['caption', 'alt'] as const).map((part) => ({ field, part }))),
    ...text.blocks.map(({ index }) => ({ field: 'body' as const, block: index })),
    ...text.sources.map((_, block) => ({ field: 'sources' as const, block })),
  ]
}

const samePlace = (one: FindingPlace, other: FindingPlace) => one.field === other.field && one.part === other.part && (one.block ?? 0) === (other.block ?? 0)

/** Whether a word stands in the paper's own dictionary, as it is or with 's. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  return known.has(word) || known.has(word.replace(/['’]s$/, ''))
}

/** Harper's remarks as findings; without words that the paper knows, and without what an own rule says of the same words. */
export function harperFindings(
  text: CopyText, remarks: ReadonlyMap<string, readonly HarperRemark[]>, own: readonly LeveledFinding[], known: ReadonlySet<string>,
): (NamedFinding & { changes: string[] })[] {
  return harperPlaces(text).flatMap((where) => {
    const whole = textAt(where, text)
    return (remarks.get(whole) ?? []).flatMap((remark) => {
      const place: FindingPlace = { ...where, from: remark.from, to: remark.to }
      const passage = whole.slice(remark.from, remark.to)
      if (remark.ruleId === 'spelling' && isKnown(passage, known)) return []
      if (own.some((one) => samePlace(one.place, place) && one.place.from < place.to && place.from < one.place.to)) return []
      return [{ ruleId: remark.ruleId, place, passage, message: remark.message, level: 'ADVISORY' as const, name: HARPER_RULES[remark.ruleId], source: HARPER, changes: remark.choices }]
    })
  })
}


const FIRST = ['headline', 'deck', 'bylines', 'lead']
function rank({ field, block, from }: FindingPlace): [number, number, number] {
  const at = FIRST.indexOf(field)
  if (field === 'sources') return [2000, block ?? 0, from]
  return [at === -1 ? (field === 'body' ? 1000 : 10 + Number(field.slice('image-'.length))) : at, block ?? 0, from]
}
function byPlace(one: FindingPlace, other: FindingPlace): number {
  const [a, b] = [rank(one), rank(other)]
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}

type Found = NamedFinding & { changes?: string[] }

function deskFinding(finding: Found, { key, dismissal, settled }: JudgedFinding<DeskDismissal>, id: string, text: CopyText): DeskFinding {
  const { ruleId, name, source, place, passage, message, level, fix, removeBlock } = finding
  return {
    id, ruleId, name, source, level, place, passage, message, passageKey: key, dismissal, settled,
    kind: level === 'BLOCKING' ? 'blocking' : Object.hasOwn(HARPER_RULES, ruleId) ? 'spelling' : 'style',
    text: textAt(place, text),
    gaps: place.field === 'body' ? (text.blocks[place.block ?? 0]?.gaps ?? []) : [],
    changes: fix === undefined ? (finding.changes ?? []) : [fix],
    certain: fix !== undefined || removeBlock === true,
    removeBlock: removeBlock === true,
  }
}

/** Everything that was found in a story, in reading order, with what was dismissed. */
export function deskFindings(
  text: CopyText, own: readonly NamedFinding[], remarks: ReadonlyMap<string, readonly HarperRemark[]>, known: ReadonlySet<string>, dismissals: readonly DeskDismissal[],
): DeskFinding[] {
  const all: Found[] = [...own, ...harperFindings(text, remarks, own, known)].sort((one, other) => byPlace(one.place, other.place))
  const seen = new Map<string, number>()
  const judgments = judgedFindings(all, text, dismissals)
  return all.flatMap((finding, index) => {
    const judged = judgments[index]
    if (judged === undefined) return []
    const name = `${finding.ruleId} ${judged.key}`
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return [deskFinding(finding, judged, `${name} ${count}`, text)]
  })
}
