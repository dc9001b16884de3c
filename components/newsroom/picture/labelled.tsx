import type { ReactNode } from 'react'

type Aria = { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string }
type Props = { id: string; label: string; hint?: string | undefined; problem?: string; children: (aria: Aria) => ReactNode }

/** A control with its label, its hint and what is wrong with it. */
export function Labelled({ id, label, hint, problem = '', children }: Props) {
  const described = [hint === undefined ? '' : `${id}-hint`, problem === '' ? '' : `${id}-problem`].filter((part) => part !== '').join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-invalid': problem !== '', ...(described === '' ? {} : { 'aria-describedby': described }) })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-soft">
          {hint}
        </p>
      )}
      {problem !== '' && (
        <p id={`${id}-problem`} role="alert" className="text-sm font-semibold text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
