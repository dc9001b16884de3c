'use client'

import { useCopydesk } from '../copydesk-context.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { useFindingActions } from './use-finding-actions.client.ts'

/** What was found and let stand, by whom and why, with a way to take it back. */
export function LetStandList({ findings }: { findings: readonly DeskFinding[] }) {
  const desk = useCopydesk()
  const { takeBack } = useFindingActions()
  if (findings.length === 0) return null
  return (
    <details>
      <summary className="cursor-pointer py-1 text-sm max-sm:min-h-11">{findings.length} let stand</summary>
      <ul className="mt-2 flex flex-col gap-3">
        {findings.map(({ id, name, passage, dismissal }) =>
          dismissal === null ? null : (
            <li key={id} className="flex flex-col items-start gap-1 border-l-4 border-rule pl-3 text-sm">
              <p className="break-words">
                <span className="font-semibold">{name}</span> {passage.trim() !== '' && <span className="font-serif">“{passage.slice(0, 90)}”</span>}
              </p>
              <p className="text-soft">
                {dismissal.by}: {dismissal.reason}
              </p>
              {(dismissal.byId === desk?.facts.userId || desk?.facts.may.lift === true) && (
                <button type="button" className="button button-small max-sm:min-h-11" onClick={() => void takeBack(dismissal.id)}>
                  Take back<span className="sr-only">: {name}</span>
                </button>
              )}
            </li>
          ),
        )}
      </ul>
    </details>
  )
}
