'use client'

import { MAKER_KIND_NAMES, MAKER_KINDS, type MakerKind } from '#domain/media.ts'
import { Labelled } from '../labelled.tsx'
import { usePictureDesk } from '../picture-actions.client.tsx'
import type { RightsFieldsProps } from './rights-fields.client.tsx'

const NAME_LABELS: Record<Exclude<MakerKind, 'STAFF'>, string> = {
  CONTRIBUTOR: 'Name of the photographer or artist',
  AGENCY: 'Name of the photographer',
  SCHOOL: 'Name of the photographer, if known',
}

/** Who made a picture: somebody of the staff list, or a name that never becomes a staff profile. */
export function MakerFields({ idBase: id, values, readOnly, onType, onSettle, said }: RightsFieldsProps & { said: (...fields: string[]) => string }) {
  const { staff, me } = usePictureDesk()
  const { makerKind, makerName, makerStaffId } = values
  const byStaff = (staffId: string | null) => onSettle({ makerKind: 'STAFF', makerStaffId: staffId, makerName: staff.find((one) => one.staffId === staffId)?.name ?? '' })
  const isUntold = makerKind !== 'STAFF' && makerName === '' && values.rights === 'UNKNOWN'
  return (
    <>
      {isUntold && !readOnly && (
        <div>
          <button type="button" className="button button-small" onClick={() => onSettle({ rights: 'STAFF', makerKind: 'STAFF', makerStaffId: me.staffId, makerName: me.name })}>
            I made this picture for the paper
          </button>
        </div>
      )}
      <Labelled id={`${id}-makerKind`} label="Who made it" problem={said('makerKind')}>
        {(aria) => (
          <select
            {...aria}
            value={makerKind}
            disabled={readOnly}
            onChange={(event) => {
              const kind = MAKER_KINDS.find((one) => one === event.currentTarget.value) ?? 'CONTRIBUTOR'
              if (kind === 'STAFF') byStaff(null)
              else onSettle({ makerKind: kind, makerStaffId: null, ...(makerKind === 'STAFF' ? { makerName: '' } : {}) })
            }}
            className="control"
          >
            {MAKER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {MAKER_KIND_NAMES[kind]}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {makerKind === 'STAFF' ? (
        <Labelled id={`${id}-makerStaffId`} label="Name on the staff list" problem={said('makerStaffId')}>
          {(aria) => (
            <select {...aria} value={makerStaffId ?? ''} disabled={readOnly} onChange={(event) => byStaff(event.currentTarget.value === '' ? null : event.currentTarget.value)} className="control">
              <option value="">Choose…</option>
              {staff.map(({ staffId, name }) => (
                <option key={staffId} value={staffId}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Labelled>
      ) : (
        <Labelled id={`${id}-makerName`} label={NAME_LABELS[makerKind]} problem={said('makerName')}>
          {(aria) => <input {...aria} type="text" readOnly={readOnly} value={makerName} onChange={(event) => onType({ makerName: event.currentTarget.value })} onBlur={() => onSettle()} className="control" />}
        </Labelled>
      )}
    </>
  )
}
