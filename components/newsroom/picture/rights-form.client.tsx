'use client'

import { useId, type ReactNode } from 'react'
import { RIGHTS, RIGHTS_NAMES, RIGHTS_NEEDS, rightsProblem, type NewsroomAsset } from '#domain/media.ts'
import { FairUseLine } from './fair-use-line.client.tsx'
import { useRights, type Saving } from './use-rights.client.ts'

type Props = { asset: NewsroomAsset; readOnly: boolean; canApproveFairUse: boolean; onAsset: (asset: NewsroomAsset) => void }

const WORDS: Record<Saving, string> = { untouched: '', saving: 'Saving…', saved: 'Saved', 'not-saved': 'Not saved' }

/** Why we may publish this picture, and who made it: belongs to the picture, wherever it stands, and is saved at once. */
export function RightsForm({ asset, readOnly, canApproveFairUse, onAsset }: Props) {
  const id = useId()
  const { values, saving, problems, type, save, agree } = useRights(asset, onAsset)
  const needs = RIGHTS_NEEDS[values.rights]
  const missing = rightsProblem(values)
  const said = (...fields: (string | undefined)[]) => problems.filter(({ field }) => fields.includes(field)).map(({ message }) => message).join(' ')
  const text = (field: 'rightsHolder' | 'rightsProof' | 'makerName', label: string, hint?: string) => (
    <Field id={`${id}-${field}`} label={label} problem={said(field)} hint={hint}>
      {(aria) => <input {...aria} type="text" readOnly={readOnly} value={values[field]} onChange={(event) => type({ [field]: event.currentTarget.value, ...(field === 'makerName' ? { makerStaffId: null } : {}) })} onBlur={() => save()} className="control" />}
    </Field>
  )
  return (
    <fieldset className="flex flex-col gap-3 border-t border-rule pt-3">
      <legend className="sr-only">Rights of the picture</legend>
      <Field id={`${id}-rights`} label="Why we may publish it" problem={said('rights', undefined)} hint="A credit alone is not a right.">
        {(aria) => (
          <select {...aria} value={values.rights} disabled={readOnly} onChange={(event) => save({ rights: RIGHTS.find((one) => one === event.currentTarget.value) ?? 'UNKNOWN' })} className="control">
            {RIGHTS.map((right) => (
              <option key={right} value={right}>
                {RIGHTS_NAMES[right]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {needs.holder !== null && text('rightsHolder', needs.holder)}
      {needs.proof !== null && text('rightsProof', needs.proof)}
      {text('makerName', 'Who made it', 'The photographer or artist, for our records.')}
      {missing !== null && values.rights !== 'UNKNOWN' && <p className="text-sm font-semibold text-warn">{missing}</p>}
      {values.rights === 'FAIR_USE' && <FairUseLine asset={asset} canApprove={canApproveFairUse} complete={missing === null} onAgree={agree} />}
      <p role="status" className={`min-h-5 text-sm ${saving === 'not-saved' ? 'font-semibold text-bad' : 'text-soft'}`}>
        {WORDS[saving]}
      </p>
    </fieldset>
  )
}

type FieldProps = {
  id: string
  label: string
  hint: string | undefined
  problem: string
  children: (aria: { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string }) => ReactNode
}

function Field({ id, label, hint, problem, children }: FieldProps) {
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
