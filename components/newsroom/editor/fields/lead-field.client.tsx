'use client'

import { PictureForm } from '#components/newsroom/picture/picture-form.client.tsx'
import { UploadField } from '#components/newsroom/picture/upload-field.client.tsx'
import type { PlacementInput } from '#domain/story.ts'
import { FieldFindings } from '../copydesk/field-findings.client.tsx'
import { useDesk, useDraftPart, useProblems } from '../editor-context.client.tsx'
import { FieldProblems } from './field-box.tsx'
import { useSharedText } from './shared-text/use-shared-text.client.ts'

/** The picture above the story, or the way to one. */
export function LeadField() {
  const { story, session, readOnly, assets, addAsset } = useDesk()
  const problems = useProblems('lead')
  const assetId = useDraftPart(session, ({ content }) => content.lead?.assetId ?? null)
  const [caption, changeCaption] = useSharedText('leadCaption', 'field-lead-caption')
  const [alt, changeAlt] = useSharedText('leadAlt', 'field-lead-alt')
  const [credit, changeCredit] = useSharedText('leadCredit', 'field-lead-credit')
  const lead = assetId === null ? null : { assetId, caption, alt, credit }
  const change = (next: PlacementInput) => {
    if (next.assetId !== assetId) return session.change({ lead: next })
    if (next.caption !== caption) changeCaption(next.caption)
    if (next.alt !== alt) changeAlt(next.alt)
    if (next.credit !== credit) changeCredit(next.credit)
  }
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
              session.change({ lead: { assetId: asset.id, ...words } })
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
          onChange={change}
          onAsset={addAsset}
          onRemove={() => session.change({ lead: null })}
        />
      )}
      <FieldProblems id="field-lead" problems={problems} />
      <FieldFindings field="lead" />
    </section>
  )
}
