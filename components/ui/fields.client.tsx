'use client'

import { useId, type ComponentProps, type ReactNode } from 'react'
import { useFieldProblems, useKept } from './action-form.client.tsx'

type Frame = { name: string; label: string; hint?: ReactNode }

function FieldFrame({ id, label, hint, problems, children }: { id: string; label: string; hint?: ReactNode; problems: string[]; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {children}
      {problems.length > 0 && (
        <p id={`${id}-problem`} className="text-sm font-semibold text-bad">
          {problems.join(' ')}
        </p>
      )}
    </div>
  )
}

function useField(name: string, hint: ReactNode) {
  const id = useId()
  const problems = useFieldProblems(name)
  const described = [hint === undefined ? '' : `${id}-hint`, problems.length > 0 ? `${id}-problem` : ''].filter((part) => part !== '').join(' ')
  return { id, problems, aria: { 'aria-invalid': problems.length > 0, ...(described === '' ? {} : { 'aria-describedby': described }) } }
}

/** A labelled one-line field inside an ActionForm. */
export function TextField({ name, label, hint, ...rest }: Frame & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  const { id, problems, aria } = useField(name, hint)
  return (
    <FieldFrame id={id} label={label} hint={hint} problems={problems}>
      <input id={id} name={name} className="control" {...aria} {...rest} />
    </FieldFrame>
  )
}

/** A labelled text area inside an ActionForm. */
export function TextArea({ name, label, hint, defaultValue, ...rest }: Frame & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const { id, problems, aria } = useField(name, hint)
  const kept = useKept(name)
  return (
    <FieldFrame id={id} label={label} hint={hint} problems={problems}>
      <textarea id={id} name={name} rows={4} className="control" {...aria} {...rest} {...(kept === undefined && defaultValue === undefined ? {} : { defaultValue: kept ?? defaultValue })} />
    </FieldFrame>
  )
}

/** A labelled choice inside an ActionForm; `children` are its options. */
export function SelectField({ name, label, hint, children, ...rest }: Frame & Omit<ComponentProps<'select'>, 'name' | 'id'>) {
  const { id, problems, aria } = useField(name, hint)
  return (
    <FieldFrame id={id} label={label} hint={hint} problems={problems}>
      <select id={id} name={name} className="control" {...aria} {...rest}>
        {children}
      </select>
    </FieldFrame>
  )
}

/** A tick box with its label inside an ActionForm. */
export function CheckField({ name, label, hint, ...rest }: Frame & Omit<ComponentProps<'input'>, 'name' | 'id' | 'type'>) {
  const { id, problems, aria } = useField(name, hint)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <input id={id} name={name} type="checkbox" className="mt-0.5 size-5 accent-accent" {...aria} {...rest} />
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <p id={`${id}-problem`} className="text-sm font-semibold text-bad">
          {problems.join(' ')}
        </p>
      )}
    </div>
  )
}

type Choice = { value: string; label: string; hint?: ReactNode }

/** A choice of one among few, all in sight, inside an ActionForm. `defaultValue` undefined: the person has to choose. */
export function RadioField({ name, label, choices, defaultValue, onChange }: { name: string; label: string; choices: readonly Choice[]; defaultValue?: string | undefined; onChange?: (value: string) => void }) {
  const { id, problems, aria } = useField(name, undefined)
  return (
    <fieldset role="radiogroup" tabIndex={-1} className="flex flex-col gap-2" {...aria}>
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      {choices.map(({ value, label: words, hint }) => (
        <div key={value} className="flex items-start gap-2">
          <input
            id={`${id}-${value}`}
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === defaultValue}
            className="mt-0.5 size-5 shrink-0 accent-accent"
            {...(hint === undefined ? {} : { 'aria-describedby': `${id}-${value}-hint` })}
            onChange={() => onChange?.(value)}
          />
          <div className="min-w-0">
            <label htmlFor={`${id}-${value}`} className="text-sm">
              {words}
            </label>
            {hint !== undefined && (
              <p id={`${id}-${value}-hint`} className="text-sm text-soft">
                {hint}
              </p>
            )}
          </div>
        </div>
      ))}
      {problems.length > 0 && (
        <p id={`${id}-problem`} className="text-sm font-semibold text-bad">
          {problems.join(' ')}
        </p>
      )}
    </fieldset>
  )
}
