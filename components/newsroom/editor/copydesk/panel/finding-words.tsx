import type { DeskFinding, DeskKind } from '../desk-types.ts'

export const KIND_NAMES: Record<DeskKind, string> = { blocking: 'Blocking', spelling: 'Spelling', style: 'Style' }

const KIND_LOOKS: Record<DeskKind, string> = {
  blocking: 'border-bad bg-bad-wash text-bad',
  spelling: 'border-bad text-bad',
  style: 'border-info text-info',
}

/** The kind of a finding, as word and colour. */
export function KindTag({ kind }: { kind: DeskKind }) {
  return <span className={`rounded-sm border px-1.5 text-xs font-semibold ${KIND_LOOKS[kind]}`}>{KIND_NAMES[kind]}</span>
}

/** Where a finding is, in words for a heading. */
export function placeName({ field }: DeskFinding['place']): string {
  if (field === 'headline') return 'Headline'
  if (field === 'deck') return 'Deck'
  if (field === 'bylines') return 'Bylines'
  if (field === 'lead') return 'Lead picture'
  if (field === 'sources') return 'Sources'
  return field === 'body' ? 'Text' : `Picture ${field.slice('image-'.length)}`
}

const AROUND = 32
const LONGEST = 90

/** Words before a passage, cut at a space. */
function headOf(text: string, from: number): string {
  const before = text.slice(Math.max(0, from - AROUND), from)
  return from <= AROUND ? before : `…${before.slice(before.indexOf(' ') + 1)}`
}

function tailOf(text: string, to: number): string {
  const after = text.slice(to, to + AROUND)
  const last = after.lastIndexOf(' ')
  return to + AROUND >= text.length ? after : `${last === -1 ? after : after.slice(0, last)}…`
}

/** A passage in its sentence. A space is made visible where it is all that there is. */
export function PassageInContext({ text, place: { from, to }, passage }: Pick<DeskFinding, 'text' | 'place' | 'passage'>) {
  if (text.trim() === '') return null
  const words = passage.length <= LONGEST ? passage : `${passage.slice(0, LONGEST)}…`
  const seen = words.trim() === '' ? '␣'.repeat(Math.min(words.length, 4)) : words
  return (
    <p className="font-serif text-sm leading-snug break-words">
      {headOf(text, from)}
      {from < to && <mark className="bg-warn-wash text-ink underline decoration-2">{seen}</mark>}
      {tailOf(text, to)}
    </p>
  )
}
