'use client'

import { useId, useState } from 'react'
import type { AssetRightsInput, NewsroomAsset } from '#domain/media.ts'
import type { Problem } from '#domain/result.ts'
import { usePictureDesk } from '../../picture/picture-actions.client.tsx'
import { notYetSendable, rightsToSend } from '../../picture/rights/rights-values.ts'
import { RightsFields } from '../../picture/rights/rights-fields.client.tsx'

const UNTOLD: AssetRightsInput = { rights: 'UNKNOWN', rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: '', makerStaffId: null }

/** Sets the same maker and the same rights for all chosen pictures, one after the other; says which did not take them and why. */
export function RightsForAll({ assets, onAsset }: { assets: readonly NewsroomAsset[]; onAsset: (asset: NewsroomAsset) => void }) {
  const id = useId()
  const { actions } = usePictureDesk()
  const [values, setValues] = useState(UNTOLD)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)
  const change = (some: Partial<AssetRightsInput> = {}) => setValues((now) => ({ ...now, ...some }))

  const setAll = async () => {
    const sent = rightsToSend(values)
    const missing = notYetSendable(sent)
    if (missing !== null) return setProblems([{ field: 'makerStaffId', message: missing }])
    setBusy(true)
    setProblems([])
    const refused: Problem[] = []
    for (const [at, asset] of assets.entries()) {
      setSaid(`${at} of ${assets.length} done…`)
      const result = await actions.changeRights({ assetId: asset.id, ...sent }).catch(() => ({ ok: false as const, problems: [{ message: 'the server did not answer' }] }))
      if (result.ok) onAsset(result.asset)
      else refused.push({ message: `${asset.fileName}: ${result.problems.map(({ message }) => message).join(' ')}` })
    }
    setBusy(false)
    setProblems(refused)
    setSaid(`Set for ${assets.length - refused.length} of ${assets.length} pictures.`)
  }
  return (
    <details className="panel">
      <summary className="cursor-pointer text-sm font-semibold">Same maker and rights for all chosen ({assets.length})</summary>
      <div className="mt-3 flex max-w-xl flex-col gap-3">
        <RightsFields idBase={id} values={values} problems={problems.filter(({ field }) => field !== undefined)} readOnly={false} onType={change} onSettle={change} />
        <div className="flex flex-wrap items-center gap-3">
          <button type="button" className="button button-primary" aria-disabled={isBusy || assets.length === 0} onClick={() => !isBusy && assets.length > 0 && void setAll()}>
            {isBusy ? 'One moment…' : `Set for ${assets.length} ${assets.length === 1 ? 'picture' : 'pictures'}`}
          </button>
          <p role="status" className="text-sm text-soft">
            {said}
          </p>
        </div>
        {problems.filter(({ field }) => field === undefined).map(({ message }) => (
          <p key={message} role="alert" className="text-sm font-semibold text-bad">
            {message}
          </p>
        ))}
      </div>
    </details>
  )
}
