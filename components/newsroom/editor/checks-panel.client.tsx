'use client'

import type { MouseEvent } from 'react'
import { unmetChecks, type CheckField, type UnmetCheck } from '#domain/publish-checks.ts'
import { useBlockingChecks } from './copydesk/copydesk-context.client.tsx'
import { useEditing } from './editor-context.client.tsx'

/** Puts the keyboard on a field, by the id of its element; false where there is none. */
export function focusField(id: string): boolean {
  const element = document.getElementById(id)
  if (element === null) return false
  element.scrollIntoView({ block: 'center' })
  element.focus()
  return document.activeElement === element
}

/** The same list as the server's, but of this very moment: it changes while somebody fills a field in. */
export function LiveChecks() {
  const { story, assets, view } = useEditing()
  const openBlockingNotes = story.notes.filter(({ blocking, resolved }) => blocking && !resolved).length
  const blockingFindings = useBlockingChecks()
  return <ChecksPanel checks={unmetChecks({ ...view.content, kind: story.kind, assets, openBlockingNotes, blockingFindings, today: story.today })} />
}

/** What keeps the story from being published, each line a way to the field. */
export function ChecksPanel({ checks }: { checks: readonly UnmetCheck[] }) {
  const go = (event: MouseEvent, field: CheckField) => {
    if (focusField(`field-${field}`)) event.preventDefault()
  }
  return (
    <section aria-labelledby="checks-title" className="panel flex flex-col gap-2">
      <h2 id="checks-title" className="text-sm font-semibold">
        Before it can be published
      </h2>
      {checks.length === 0 ? (
        <p className="text-sm text-good">Every publish check is met.</p>
      ) : (
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
          {checks.map(({ field, message }) => (
            <li key={`${field} ${message}`} className="py-0.5">
              <a className="text-link" href={`#field-${field}`} onClick={(event) => go(event, field)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
