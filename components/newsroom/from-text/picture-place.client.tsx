'use client'

import { useId } from 'react'
import type { PlacedPicture } from '#domain/from-text/story-content.ts'
import { MAX_CAPTION, MAX_CREDIT } from '#domain/from-text/understood-story.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { PicturePreview } from '../picture/picture-preview.tsx'
import { UploadField } from '../picture/upload-field.client.tsx'
import { useWaitingAsset } from '../picture/use-waiting-asset.client.ts'
import type { PictureEdit } from './desk-state.ts'

type Props = {
  picture: PlacedPicture
  asset: NewsroomAsset | undefined
  /** "Picture 1". */
  name: string
  isLead: boolean
  disabled: boolean
  onEdit: (edit: PictureEdit) => void
}

/** One picture that the text speaks of: its words, and the place to upload it. */
export function PicturePlace({ picture, asset, name, isLead, disabled, onEdit }: Props) {
  const id = useId()
  useWaitingAsset(asset, (ready) => onEdit({ asset: ready }))
  const uploaded = (found: NewsroomAsset, proposal: { caption: string; credit: string }) =>
    // What the text says of the picture wins over what its file name says.
    onEdit({ asset: found, caption: picture.caption || proposal.caption, credit: picture.credit || proposal.credit })
  return (
    <fieldset className="panel flex flex-col gap-3">
      <legend className="px-1 text-sm font-semibold">{name}</legend>
      {picture.fileName !== '' && <p className="text-sm break-words text-soft">Named in the text as “{picture.fileName}”</p>}
      {asset === undefined ? (
        <>
          <UploadField label={`Upload ${name.toLowerCase()}`} onUploaded={uploaded} disabled={disabled} />
          <p className="text-sm text-soft">No file at hand? Its caption and credit are kept in a note on the story, to be settled before the story can go live.</p>
        </>
      ) : (
        <>
          <PicturePreview asset={asset} alt="" />
          <p className="text-sm text-soft">
            {isLead ? 'This picture leads the story.' : 'This picture stands in the text where your source has it.'} Alt text and rights follow in the editor.
          </p>
          <div>
            <button type="button" className="button button-small" onClick={() => onEdit({ asset: null })}>
              Take {name.toLowerCase()} out again
            </button>
          </div>
        </>
      )}
      <label htmlFor={`${id}-caption`} className="flex flex-col gap-1 text-sm font-semibold">
        Caption
        <textarea id={`${id}-caption`} rows={2} maxLength={MAX_CAPTION} className="control field-sizing-content text-sm font-normal" value={picture.caption} onChange={(event) => onEdit({ caption: event.target.value })} />
      </label>
      <label htmlFor={`${id}-credit`} className="flex flex-col gap-1 text-sm font-semibold">
        Credit
        <input id={`${id}-credit`} maxLength={MAX_CREDIT} className="control text-sm font-normal" value={picture.credit} onChange={(event) => onEdit({ credit: event.target.value })} />
      </label>
    </fieldset>
  )
}
