'use client'

import { PictureForm } from '#components/newsroom/picture/picture-form.client.tsx'
import { UploadField } from '#components/newsroom/picture/upload-field.client.tsx'
import { useEditing, useProblems } from '../editor-context.client.tsx'
import { FieldProblems } from './field-box.tsx'

/** The picture above the story, or the way to one. */
export function LeadField() {
  const { story, view, session, readOnly, assets, addAsset } = useEditing()
  const problems = useProblems('lead')
  const { lead } = view.content
  return (
    <section aria-labelledby="lead-title" id={lead === null ? 'field-lead' : undefined} tabIndex={-1} className="flex flex-col gap-2">
      <h2 id="lead-title" className="text-sm font-semibold">
        Lead picture
      </h2>
      {lead === null ? (
        readOnly ? (
          <p className="text-sm text-soft">None.</p>
        ) : (
          <UploadField
            label="Upload a lead picture"
            disabled={readOnly}
            onUploaded={(asset, words) => {
              addAsset(asset)
              session.change({ lead: { assetId: asset.id, alt: '', ...words } })
            }}
          />
        )
      ) : (
        <PictureForm
          picture={lead}
          asset={assets[lead.assetId]}
          fieldId="field-lead"
          readOnly={readOnly}
          canApproveFairUse={story.canApproveFairUse}
          onChange={(picture) => session.change({ lead: picture })}
          onAsset={addAsset}
          onRemove={() => session.change({ lead: null })}
        />
      )}
      <FieldProblems id="field-lead" problems={problems} />
    </section>
  )
}
