'use client'

import type { NewsroomAsset } from '#domain/media.ts'

type Props = { asset: NewsroomAsset; canApprove: boolean; complete: boolean; onAgree: () => void }

/** How a claim of fair use stands, with the adviser's button where this person may press it. */
export function FairUseLine({ asset, canApprove, complete, onAgree }: Props) {
  if (asset.rights === 'FAIR_USE' && asset.fairUseApproved) return <p className="text-sm text-good">An adviser has agreed that this is fair use.</p>
  const mayAgree = canApprove && !asset.mine
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="text-sm text-soft">
        {canApprove && asset.mine ? 'You uploaded this picture, so another adviser must agree that this is fair use.' : 'An adviser must agree that this is fair use.'}
      </p>
      {mayAgree && (
        <button type="button" className="button button-small" disabled={!complete} onClick={onAgree}>
          I agree that this is fair use
        </button>
      )}
    </div>
  )
}
