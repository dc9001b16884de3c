'use client'

import type { MouseEvent } from 'react'
import type { CheckField, UnmetCheck } from '#domain/publish-checks.ts'

/** Puts the cursor where a check can be met. A picture's form is a group: its first control gets it. */
function focusField(field: CheckField): boolean {
  const element = document.getElementById(`field-${field}`)
  if (element === null) return false
  element.scrollIntoView({ block: 'center' })
  element.focus()
  return document.activeElement === element
}

/** What keeps the story from being published, each line a way to the field. */
export function ChecksPanel({ checks }: { checks: readonly UnmetCheck[] }) {
  const go = (event: MouseEvent, field: CheckField) => {
    if (focusField(field)) event.preventDefault()
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
            <li key={`${field} ${message}`}>
              <a className="text-link inline-block py-0.5" href={`#field-${field}`} onClick={(event) => go(event, field)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
