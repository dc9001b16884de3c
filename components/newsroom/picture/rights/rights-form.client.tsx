'use client'

import { useId } from 'react'
import { RIGHTS_NEEDS, rightsProblem, type NewsroomAsset } from '#domain/media.ts'
import { FairUseLine } from './fair-use-line.client.tsx'
import { ProofFile } from './proof-file.client.tsx'
import { RightsFields } from './rights-fields.client.tsx'
import { useRights, type Saving } from './use-rights.client.ts'
import { useToday } from '../use-today.client.ts'

type Props = { asset: NewsroomAsset; readOnly: boolean; canApproveFairUse: boolean; onAsset: (asset: NewsroomAsset) => void }

const WORDS: Record<Saving, string> = { untouched: '', saving: 'Saving…', saved: 'Saved', 'not-saved': 'Not saved' }

/** Why we may publish this picture, and who made it: belongs to the picture, wherever it stands, and is saved at once. */
export function RightsForm({ asset, readOnly, canApproveFairUse, onAsset }: Props) {
  const id = useId()
  const today = useToday()
  const { values, saving, problems, type, save, agree } = useRights(asset, onAsset)
  const missing = rightsProblem({ ...values, proofFileName: asset.proofFileName }, today)
  return (
    <fieldset className="flex flex-col gap-3 border-t border-rule pt-3">
      <legend className="sr-only">Rights of the picture</legend>
      <RightsFields idBase={id} values={values} problems={problems} readOnly={readOnly} onType={type} onSettle={save} />
      {RIGHTS_NEEDS[values.rights].file && <ProofFile idBase={id} asset={asset} readOnly={readOnly} onAsset={onAsset} />}
      {missing !== null && values.rights !== 'UNKNOWN' && <p className="text-sm font-semibold text-warn">{missing}</p>}
      {values.rights === 'FAIR_USE' && <FairUseLine asset={asset} canApprove={canApproveFairUse} complete={missing === null} onAgree={agree} />}
      <p role="status" className={`min-h-5 text-sm ${saving === 'not-saved' ? 'font-semibold text-bad' : 'text-soft'}`}>
        {WORDS[saving]}
      </p>
    </fieldset>
  )
}
