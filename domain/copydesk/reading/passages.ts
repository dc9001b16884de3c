import type { CopyBlockKind, CopyText, Finding, FindingPlace } from '../finding.ts'

export type PassageKind = CopyBlockKind | 'headline' | 'deck' | 'source' | 'caption' | 'alt' | 'credit'

/** One stretch of text that a rule reads, with the place that its offsets count in. */
export type Passage = Pick<FindingPlace, 'field' | 'part' | 'block'> & { kind: PassageKind; text: string }

/** All that a reader reads or hears. */
export const EVERYWHERE: readonly PassageKind[] = [
  'headline', 'deck', 'paragraph', 'heading', 'quote', 'pullQuote', 'listItem', 'factBox', 'tableCell', 'source', 'caption', 'alt', 'credit',
]
/** What is written in sentences. */
export const SENTENCES: readonly PassageKind[] = ['deck', 'paragraph', 'quote', 'pullQuote', 'listItem', 'factBox', 'caption', 'alt']
/** The sentences that the writer answers for: quotations stand in blocks of their own, or between marks (withoutQuotations). */
export const OWN_SENTENCES: readonly PassageKind[] = ['deck', 'paragraph', 'listItem', 'factBox', 'caption']

/** The passages of these kinds in reading order: head, body, its sources, pictures. */
export function passagesOf({ headline, deck, blocks, sources, pictures }: CopyText, kinds: readonly PassageKind[]): Passage[] {
  const passages: Passage[] = [
    { field: 'headline', kind: 'headline', text: headline },
    { field: 'deck', kind: 'deck', text: deck },
    ...blocks.map(({ index, kind, text }): Passage => ({ field: 'body', block: index, kind, text })),
    ...sources.map((text, block): Passage => ({ field: 'sources', block, kind: 'source', text })),
    ...pictures.flatMap(({ field, caption, alt, credit }): Passage[] => [
      { field, part: 'caption', kind: 'caption', text: caption },
      { field, part: 'alt', kind: 'alt', text: alt },
      { field, part: 'credit', kind: 'credit', text: credit },
    ]),
  ]
  return passages.filter(({ kind, text }) => text !== '' && kinds.includes(kind))
}

/** What a rule says of a match. `from` and `length` narrow it: in UTF-16 units, from the beginning of the match. */
export type Remark = { message: string; fix?: string; from?: number; length?: number }

/** A finding at an offset of a passage. */
export function findingAt(ruleId: string, { text, field, part, block }: Passage, from: number, to: number, { message, fix }: Remark): Finding {
  return {
    ruleId,
    place: { field, ...(part === undefined ? {} : { part }), ...(block === undefined ? {} : { block }), from, to },
    passage: text.slice(from, to),
    message,
    ...(fix === undefined ? {} : { fix }),
  }
}

/**
 * Every match of a pattern (with the flag g) in these kinds of text, as a finding; `remark` answers null for a match that is right.
 * `read` gives the text that is matched, of the same length: a mask over what the rule does not read.
 */
export function findEach(
  ruleId: string,
  text: CopyText,
  kinds: readonly PassageKind[],
  pattern: RegExp,
  remark: (match: RegExpExecArray, passage: Passage) => Remark | null,
  read: (words: string) => string = (words) => words,
): Finding[] {
  return passagesOf(text, kinds).flatMap((passage) =>
    [...read(passage.text).matchAll(pattern)].flatMap((match) => {
      const said = remark(match, passage)
      if (said === null) return []
      const from = match.index + (said.from ?? 0)
      return [findingAt(ruleId, passage, from, from + (said.length ?? match[0].length - (said.from ?? 0)), said)]
    }),
  )
}
