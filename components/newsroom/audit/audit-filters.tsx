import type { ReactNode } from 'react'
import { isNarrowed, THE_PAPER, type AuditFilter } from '#domain/audit/filter.ts'
import { AUDIT_GROUPS, AUDIT_KINDS, wordsOf } from '#domain/audit/kinds.ts'
import type { AuditChoices } from '#server/audit/log.ts'

const KINDS = Object.keys(AUDIT_KINDS)

/** Narrows the log; a plain GET form, so that what it shows has an address and works without script. */
export function AuditFilters({ filter, choices, today }: { filter: AuditFilter; choices: AuditChoices; today: string }) {
  return (
    <form method="get" action="/newsroom/audit" role="search" aria-label="Audit log" className="panel mb-4 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3 print:hidden">
      <Field id="audit-who" label="Who">
        <select id="audit-who" name="who" defaultValue={filter.who ?? ''} className="control max-lg:min-h-11">
          <option value="">Everybody</option>
          <option value={THE_PAPER}>The paper, by itself</option>
          {choices.people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="audit-kind" label="What">
        <select id="audit-kind" name="kind" defaultValue={filter.kind ?? ''} className="control max-lg:min-h-11">
          <option value="">Everything</option>
          {Object.entries(AUDIT_GROUPS).map(([group, name]) => (
            <optgroup key={group} label={name}>
              <option value={group}>{name}: all</option>
              {KINDS.filter((kind) => kind.startsWith(`${group}.`)).map((kind) => (
                <option key={kind} value={kind}>
                  … {wordsOf(kind)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Field id="audit-headline" label="Words in the headline of its story">
        <input id="audit-headline" name="headline" type="search" defaultValue={filter.headline} className="control max-lg:min-h-11" />
      </Field>
      <Field id="audit-from" label="From this day">
        <input id="audit-from" name="from" type="date" max={today} defaultValue={filter.from ?? ''} className="control max-lg:min-h-11" />
      </Field>
      <Field id="audit-to" label="To this day, it too">
        <input id="audit-to" name="to" type="date" defaultValue={filter.to ?? ''} className="control max-lg:min-h-11" />
      </Field>
      {choices.story !== null && (
        <Field id="audit-story" label="Story">
          <select id="audit-story" name="story" defaultValue={choices.story.id} className="control max-lg:min-h-11">
            <option value={choices.story.id}>{choices.story.headline || 'Without a headline'}</option>
            <option value="">All stories</option>
          </select>
        </Field>
      )}
      <div className="flex flex-wrap items-end gap-2 sm:col-span-2 lg:col-span-3">
        <button type="submit" className="button button-primary max-lg:min-h-11">
          Show
        </button>
        {isNarrowed(filter) && (
          <a href="/newsroom/audit" className="button max-lg:min-h-11">
            Show all
          </a>
        )}
      </div>
    </form>
  )
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
    </div>
  )
}
