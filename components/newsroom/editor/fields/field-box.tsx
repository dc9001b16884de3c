import type { ReactNode } from 'react'
import type { Problem } from '#domain/result.ts'

type Props = {
  /** The id of the control: `field-` and the name that publish checks use. */
  id: string
  label: string
  hint?: ReactNode
  problems: readonly Problem[]
  children: ReactNode
  className?: string
}

/** A label, its control, and what is wrong with it. */
export function FieldBox({ id, label, hint, problems, children, className = '' }: Props) {
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      <FieldProblems id={id} problems={problems} />
    </div>
  )
}

/** What is wrong with a field, in the element that `describedBy` names. */
export function FieldProblems({ id, problems }: { id: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <p id={`${id}-problem`} className="text-sm font-semibold text-bad">
      {problems.map(({ message }) => message).join(' ')}
    </p>
  )
}

/** The aria attributes of a control inside a FieldBox. */
export function describedBy(id: string, parts: { hint: boolean; problems: readonly Problem[] }) {
  const invalid = parts.problems.length > 0
  const ids = [parts.hint ? `${id}-hint` : '', invalid ? `${id}-problem` : ''].filter((part) => part !== '').join(' ')
  return { 'aria-invalid': invalid, ...(ids === '' ? {} : { 'aria-describedby': ids }) }
}
