'use client'

import { useState } from 'react'
import { useDesk } from '../../editor-context.client.tsx'
import { useCopydesk } from '../copydesk-context.client.tsx'
import type { DeskFinding } from '../desk-types.ts'
import { DismissForm } from './dismiss-form.client.tsx'
import { KindTag, PassageInContext } from './finding-words.tsx'
import { useFindingActions } from './use-finding-actions.client.ts'

type Props = { finding: DeskFinding; onDone: () => void }

const SMALL = 'button button-small max-sm:min-h-11'

/** One finding: what, where and why, and all that can be done about it. `onDone`: it is settled, and its buttons are gone. */
export function FindingCard({ finding, onDone }: Props) {
  const { message, name, source, kind, passage, dismissal } = finding
  const [asking, setAsking] = useState(false)
  const actions = useFindingActions()
  const desk = useCopydesk()
  const { readOnly } = useDesk()
  const mayDismiss = desk?.facts.may.dismiss === true && (dismissal === null || desk.facts.may.lift)
  return (
    <div className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{name}</span>
        <KindTag kind={kind} />
      </p>
      <PassageInContext {...finding} />
      <p className="text-sm">{message}</p>
      <p className="text-xs text-soft">{source}</p>
      {dismissal !== null && (
        <p className="border-l-4 border-warn pl-2 text-sm">
          {dismissal.by}: “{dismissal.reason}” This waits for an editor or adviser who did not write the story.
        </p>
      )}
      {asking ? (
        <DismissForm
          onCancel={() => setAsking(false)}
          onDismiss={async (reason) => {
            const result = await actions.dismiss(finding, reason)
            if (result.ok) onDone()
            return result
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          {!readOnly && <Changes finding={finding} onChange={(next) => (actions.change(finding, next), onDone())} />}
          <button type="button" className={SMALL} onClick={() => actions.show(finding)}>
            Show<span className="sr-only"> {passage === '' ? name : `“${passage.slice(0, 60)}”`} in the text</span>
          </button>
          {mayDismiss && (
            <button type="button" className={SMALL} onClick={() => setAsking(true)}>
              Right as it is…
            </button>
          )}
          {finding.ruleId === 'spelling' && desk?.facts.may.extend === true && (
            <button type="button" className={SMALL} onClick={() => void actions.learn(passage.replace(/['’]s$/, '')).then(onDone)}>
              Add to the paper’s dictionary
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** The one certain fix, or what it could become. */
function Changes({ finding, onChange }: { finding: DeskFinding; onChange: (next: string) => void }) {
  if (finding.removeBlock) return <ChangeButton words="Fix: remove the empty paragraph" onClick={() => onChange('')} />
  return finding.changes.map((next) => {
    const becomes = next === '' ? 'take it out' : next.trim() === '' ? 'one space' : `“${next.length > 40 ? `${next.slice(0, 40)}…` : next}”`
    return <ChangeButton key={next} words={finding.certain ? `Fix: ${becomes}` : becomes} onClick={() => onChange(next)} />
  })
}

function ChangeButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" className={`${SMALL} max-w-full whitespace-normal text-left`} onClick={onClick}>
      {words}
    </button>
  )
}
