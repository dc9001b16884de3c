'use client'

import type { NewsroomAsset } from '#domain/media.ts'
import type { PlacementInput } from '#domain/story.ts'
import { PicturePreview } from './picture-preview.tsx'
import { PictureWords } from './words/picture-words.client.tsx'
import { RightsForm } from './rights/rights-form.client.tsx'
import { useWaitingAsset } from './use-waiting-asset.client.ts'

type Props = {
  picture: PlacementInput
  /** undefined: not known (yet). */
  asset: NewsroomAsset | undefined
  /** The id that publish checks link to. */
  fieldId: string
  readOnly: boolean
  canApproveFairUse: boolean
  onChange: (picture: PlacementInput) => void
  /** The picture's own standing changed: it is prepared, or its rights were saved. */
  onAsset: (asset: NewsroomAsset) => void
  onRemove: () => void
  onReplace?: () => void
}

/** One picture in a story: how it looks, its words in this story, and its rights. */
export function PictureForm({ picture, asset, fieldId, readOnly, canApproveFairUse, onChange, onAsset, onRemove, onReplace }: Props) {
  useWaitingAsset(asset, onAsset)
  return (
    <div id={fieldId} tabIndex={-1} className="panel flex flex-col gap-3">
      <PicturePreview asset={asset} alt={picture.alt} />
      <PictureWords picture={picture} asset={asset} idBase={fieldId} readOnly={readOnly} onChange={onChange} />
      {asset !== undefined && <RightsForm key={asset.id} asset={asset} readOnly={readOnly} canApproveFairUse={canApproveFairUse} onAsset={onAsset} />}
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          {onReplace !== undefined && (
            <button type="button" className="button button-small" onClick={onReplace}>
              Replace the picture
            </button>
          )}
          <button type="button" className="button button-small button-danger" onClick={onRemove}>
            Remove the picture
          </button>
        </div>
      )}
    </div>
  )
}
