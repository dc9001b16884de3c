import { isBehind, STATE_NAMES, type StoryState } from '#domain/workflow.ts'

const COLOURS: Record<StoryState, string> = {
  DRAFT: 'border-strong text-soft',
  EDITING: 'border-info bg-info-wash text-info',
  REVIEW: 'border-warn bg-warn-wash text-warn',
  APPROVED: 'border-good bg-good-wash text-good',
  LIVE: 'border-good text-good',
  WITHDRAWN: 'border-bad text-bad',
}

/** Where a story stands, as word and colour. `live`: readers see an older revision meanwhile. */
export function StateBadge({ state, live, testId }: { state: StoryState; live: boolean; testId?: string }) {
  return (
    <span data-testid={testId} className={`inline-block rounded-sm border px-2 py-0.5 text-xs font-semibold whitespace-nowrap ${COLOURS[state]}`}>
      {STATE_NAMES[state]}
      {isBehind({ state, live }) ? ' · older version live' : ''}
    </span>
  )
}
