'use client'

import { useId } from 'react'
import { ROLE_NAMES } from '#domain/people.ts'
import type { Problem } from '#domain/result.ts'
import { FATE_NAMES, FATES } from '#domain/year-end.ts'
import type { StaffToMove } from '#server/year-end/staff.ts'

type Props = { years: readonly string[]; people: readonly StaffToMove[]; problems: readonly Problem[]; pending: boolean; look: (form: FormData) => void }

/** The first step of the year's end: what becomes of everybody, and who comes new as an adviser. */
export function YearPeople({ years, people, problems, pending, look }: Props) {
  const id = useId()
  const wrong = (field: string) => problems.filter((problem) => problem.field === field).map(({ message }) => message)
  return (
    <form
      className="flex flex-col gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        look(new FormData(event.currentTarget))
      }}
    >
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-year`} className="text-sm font-semibold">
          To school year
        </label>
        <select id={`${id}-year`} name="toYear" className="control max-w-48">
          {years.map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
        <Wrong messages={wrong('toYear')} />
      </div>
      <ul className="divide-y divide-rule border-y border-rule">
        {people.map((person) => (
          <li key={person.userId} className="py-4">
            <PersonChoice person={person} messages={wrong(`person-${person.userId}`)} />
          </li>
        ))}
      </ul>
      <fieldset className="panel flex flex-col gap-3">
        <legend className="font-serif text-xl font-semibold">A new adviser</legend>
        <p className="text-sm text-soft">Leave this empty if the adviser stays. They are invited together with the move.</p>
        <Field label="E-mail of the new adviser" name="adviserEmail" type="email" />
        <Wrong messages={wrong('adviserEmail')} />
        <Field label="Name of the new adviser (optional)" name="adviserName" type="text" />
        <Field label="Position of the new adviser" name="adviserPosition" type="text" defaultValue="Faculty Adviser" />
      </fieldset>
      <div>
        <button type="submit" className="button button-primary" aria-disabled={pending}>
          {pending ? 'One moment…' : 'Go to the summary'}
        </button>
      </div>
    </form>
  )
}

function Wrong({ messages }: { messages: readonly string[] }) {
  return messages.length === 0 ? null : (
    <p role="alert" className="text-sm font-semibold text-bad">
      {messages.join(' ')}
    </p>
  )
}

function Field({ label, name, type, defaultValue }: { label: string; name: string; type: string; defaultValue?: string }) {
  return (
    <label className="flex flex-col gap-1 text-sm">
      <span className="font-semibold">{label}</span>
      <input name={name} type={type} className="control" autoComplete="off" defaultValue={defaultValue} />
    </label>
  )
}

function PersonChoice({ person, messages }: { person: StaffToMove; messages: readonly string[] }) {
  const { userId, name, role, roles, mayEnd, position } = person
  const choices = [role, ...roles.filter((one) => one !== role)]
  return (
    <fieldset className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <legend className="mb-2 font-semibold">{name}</legend>
      {mayEnd ? (
        <div className="flex flex-wrap gap-x-4">
          {FATES.map((fate) => (
            <label key={fate} className="flex min-h-11 items-center gap-2 text-sm">
              <input type="radio" name={`fate-${userId}`} value={fate} defaultChecked={fate === 'STAYS'} className="size-5 accent-accent" />
              {FATE_NAMES[fate]}
            </label>
          ))}
        </div>
      ) : (
        <p className="text-sm text-soft">Stays. {person.isSelf ? 'Somebody else has to change your own account.' : 'Only an admin can change this.'}</p>
      )}
      {choices.length > 1 && (
        <label className="flex flex-col gap-1 text-sm">
          Role
          <select name={`role-${userId}`} className="control" defaultValue={role}>
            {choices.map((one) => (
              <option key={one} value={one}>
                {ROLE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="flex min-w-0 flex-1 basis-48 flex-col gap-1 text-sm">
        Position
        <input name={`position-${userId}`} className="control" defaultValue={position} maxLength={60} autoComplete="off" />
      </label>
      <Wrong messages={messages} />
    </fieldset>
  )
}
