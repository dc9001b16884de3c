'use client'

import { useCopydesk, useFieldFindings } from './copydesk-context.client.tsx'

const LINES = { blocking: 'decoration-double', spelling: 'decoration-wavy', style: 'decoration-dotted' } as const

/** A small mark beside a field of the story: what the copy desk found in it, each a way to the list. `field` as in FindingPlace. */
export function FieldFindings({ field }: { field: string }) {
  const findings = useFieldFindings(field)
  const desk = useCopydesk()
  if (desk === null || findings.length === 0) return null
  const go = (id: string) => {
    desk.setCurrent(id)
    const card = document.getElementById('copydesk-list')?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(id)}"]`)
    card?.scrollIntoView({ block: 'center' })
    card?.focus()
  }
  return (
    <ul aria-label="Copy desk" className="flex flex-wrap gap-x-3 text-xs">
      {findings.map(({ id, name, kind, passage, place }) => (
        <li key={id}>
          <button type="button" onClick={() => go(id)} className="py-1 text-left text-info max-sm:min-h-11">
            {place.part !== undefined && `${place.part === 'alt' ? 'Alt text' : place.part === 'credit' ? 'Credit' : 'Caption'}: `}
            {name}
            {passage.trim() !== '' && (
              <>
                {' '}
                <span className={`underline ${LINES[kind]}`}>{passage.length > 40 ? `${passage.slice(0, 40)}…` : passage}</span>
              </>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
