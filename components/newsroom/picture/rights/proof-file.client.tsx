'use client'

import { useState } from 'react'
import type { NewsroomAsset } from '#domain/media.ts'
import { Labelled } from '../labelled.tsx'
import { usePictureDesk } from '../picture-actions.client.tsx'
import { PROOF_ACCEPTED, readProofAnswer, sendProof, type ProofAnswer } from './send-proof.ts'

type Props = { idBase: string; asset: NewsroomAsset; readOnly: boolean; onAsset: (asset: NewsroomAsset) => void }

/** The file that proves a right, such as a permission mail as PDF. It is for the newsroom alone. */
export function ProofFile({ idBase, asset, readOnly, onAsset }: Props) {
  const { actions } = usePictureDesk()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const run = async (work: Promise<ProofAnswer>) => {
    setBusy(true)
    setProblem('')
    const answer = await work
    setBusy(false)
    if (answer.ok) onAsset(answer.asset)
    else setProblem(answer.message)
  }
  return (
    <div className="flex flex-col gap-2">
      {asset.proofFileName !== '' && (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <a href={`/api/media/proof/${asset.id}`} className="text-link break-all">
            {asset.proofFileName}
          </a>
          {!readOnly && (
            <button type="button" className="button button-small" disabled={isBusy} onClick={() => void run(actions.removeProof({ assetId: asset.id }).then(readProofAnswer, () => readProofAnswer(null)))}>
              Take the file away
            </button>
          )}
        </p>
      )}
      {!readOnly && (
        <Labelled
          id={`${idBase}-proofFile`}
          label={asset.proofFileName === '' ? 'File that proves it' : 'Another file instead'}
          hint="A PDF, PNG or JPEG, up to 5 MB. Only the newsroom can open it."
          problem={problem}
        >
          {(aria) => (
            <input
              {...aria}
              type="file"
              accept={PROOF_ACCEPTED}
              disabled={isBusy}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0]
                event.currentTarget.value = ''
                if (file !== undefined) void run(sendProof(asset.id, file))
              }}
              className="control text-sm"
            />
          )}
        </Labelled>
      )}
      <p role="status" className="text-sm text-soft">
        {isBusy ? 'One moment…' : ''}
      </p>
    </div>
  )
}
