import { PITCH_STATE_NAMES, type PitchState } from '#domain/planning/pitch.ts'

const COLOURS: Record<PitchState, string> = {
  OPEN: 'border-warn bg-warn-wash text-warn',
  ACCEPTED: 'border-good bg-good-wash text-good',
  DECLINED: 'border-bad text-bad',
  TAKEN_BACK: 'border-strong text-soft',
}

/** How a pitch stands, as word and colour. */
export function PitchBadge({ state }: { state: PitchState }) {
  return (
    <span data-testid="pitch-state" className={`inline-block rounded-sm border px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${COLOURS[state]}`}>
      {PITCH_STATE_NAMES[state]}
    </span>
  )
}
