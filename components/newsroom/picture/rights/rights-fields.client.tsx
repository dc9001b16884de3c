'use client'

import { RIGHTS, RIGHTS_NAMES, RIGHTS_NEEDS, type AssetRightsInput } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import { Labelled } from '../labelled.tsx'
import { MakerFields } from './maker-fields.client.tsx'

export type RightsFieldsProps = {
  idBase: string
  values: AssetRightsInput
  problems: readonly Problem[]
  readOnly: boolean
  /** What is typed. */
  onType: (change: Partial<AssetRightsInput>) => void
  /** A choice was made, or a field was left. */
  onSettle: (change?: Partial<AssetRightsInput>) => void
}

/** Why we may publish a picture and who made it: the fields, without their saving. */
export function RightsFields(props: RightsFieldsProps) {
  const { idBase: id, values, problems, readOnly, onType, onSettle } = props
  const needs = RIGHTS_NEEDS[values.rights]
  const said = (...fields: (string | undefined)[]) => problems.filter(({ field }) => fields.includes(field)).map(({ message }) => message).join(' ')
  const text = (field: 'rightsHolder' | 'rightsProof' | 'proofUrl', label: string, type: 'text' | 'url' = 'text') => (
    <Labelled id={`${id}-${field}`} label={label} problem={said(field)}>
      {(aria) => <input {...aria} type={type} readOnly={readOnly} value={values[field]} onChange={(event) => onType({ [field]: event.currentTarget.value })} onBlur={() => onSettle()} className="control" />}
    </Labelled>
  )
  return (
    <>
      <MakerFields {...props} said={said} />
      <Labelled id={`${id}-rights`} label="Why we may publish it" problem={said('rights', undefined)} hint="A credit alone is not a right.">
        {(aria) => (
          <select {...aria} value={values.rights} disabled={readOnly} onChange={(event) => onSettle({ rights: RIGHTS.find((one) => one === event.currentTarget.value) ?? 'UNKNOWN' })} className="control">
            {RIGHTS.map((right) => (
              <option key={right} value={right}>
                {RIGHTS_NAMES[right]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {needs.holder !== null && text('rightsHolder', needs.holder)}
      {needs.proof !== null && text('rightsProof', needs.proof)}
      {needs.file && text('proofUrl', 'Web address that proves it', 'url')}
      {needs.expires && (
        <Labelled id={`${id}-expiresOn`} label="Last day on which it holds" hint="Leave it empty if it has no end." problem={said('expiresOn')}>
          {(aria) => (
            <input {...aria} type="date" readOnly={readOnly} value={values.expiresOn ?? ''} onChange={(event) => onType({ expiresOn: event.currentTarget.value === '' ? null : event.currentTarget.value })} onBlur={() => onSettle()} className="control" />
          )}
        </Labelled>
      )}
    </>
  )
}
