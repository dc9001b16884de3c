import type { ReactNode } from 'react'
import type { Problem } from '#domain/result.ts'

type Control = { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }
type Props = { name: string; label: string; hint?: string; problems: readonly Problem[]; children: (control: Control) => ReactNode }

/** A label, a hint, the control and what is wrong with it. */
export function FormField({ name, label, hint, problems, children }: Props) {
  const own = problems.filter(({ field }) => field === name)
  const described = [hint === undefined ? '' : `${name}-hint`, own.length === 0 ? '' : `${name}-problem`].filter((id) => id !== '').join(' ')
  return (
    <div className="form-field">
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p id={`${name}-hint`} className="form-hint">
          {hint}
        </p>
      )}
      {own.length > 0 && (
        <p id={`${name}-problem`} className="form-problem">
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
      {children({ id: name, ...(own.length > 0 ? { 'aria-invalid': true } : {}), ...(described === '' ? {} : { 'aria-describedby': described }) })}
    </div>
  )
}

/** People neither see nor reach it; programs that fill in every field do. */
export function FormTrap({ label }: { label: string }) {
  return (
    <div className="form-trap" aria-hidden="true">
      <label htmlFor="website">{label}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  )
}

/** The problems above a form, each a way to its field; what belongs to no field is said as it is. */
export function FormProblems({ lead, problems }: { lead: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="form-problems" role="alert">
      <p>{lead}</p>
      <ul>
        {problems.map(({ field, message }, index) => (
          <li key={index}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
