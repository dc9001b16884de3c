'use client'

import { useState } from 'react'
import { ActionForm, type FormAction, useFieldProblems } from '#components/ui/action-form.client.tsx'
import { TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { NewsroomAsset } from '#domain/media.ts'
import { PicturePreview } from '../picture/picture-preview.tsx'
import { RightsForm } from '../picture/rights/rights-form.client.tsx'
import { UploadField } from '../picture/upload-field.client.tsx'
import { useWaitingAsset } from '../picture/use-waiting-asset.client.ts'

type Props = { staffId: string; bio: string; portrait: NewsroomAsset | null; portraitAlt: string; may: { approveFairUse: boolean; editRights: boolean }; save: FormAction }

/** What somebody says of themselves, and their picture with its alt text and rights. */
export function ProfileForm({ staffId, bio, portrait: stored, portraitAlt, may, save }: Props) {
  const [portrait, setPortrait] = useState(stored)
  const [alt, setAlt] = useState(portraitAlt)
  useWaitingAsset(portrait ?? undefined, setPortrait)
  return (
    <div className="flex flex-col gap-4">
      {portrait !== null && (
        <>
          <PicturePreview asset={portrait} alt={alt} />
          <RightsForm key={portrait.id} asset={portrait} readOnly={!portrait.mine && !may.editRights} canApproveFairUse={may.approveFairUse} onAsset={setPortrait} />
          <div>
            <button type="button" className="button button-small button-danger" onClick={() => setPortrait(null)}>
              Remove the picture
            </button>
          </div>
        </>
      )}
      {portrait === null && (
        <UploadField
          label="Upload a picture"
          disabled={false}
          onUploaded={(asset, words) => {
            setPortrait(asset)
            setAlt(words.alt)
          }}
        />
      )}
      <ActionForm action={save} submit="Save the profile">
        <input type="hidden" name="staffId" value={staffId} />
        <input type="hidden" name="portraitId" value={portrait?.id ?? ''} />
        <PortraitProblems />
        {portrait === null ? (
          <input type="hidden" name="portraitAlt" value="" />
        ) : (
          <TextField name="portraitAlt" label="What the picture shows (alt text)" maxLength={500} value={alt} onChange={(event) => setAlt(event.currentTarget.value)} required />
        )}
        <TextArea name="bio" label="A few words for readers" hint="Plain text, up to 600 characters. Readers see them on your page, with the picture, as long as your name is shown." rows={6} maxLength={600} defaultValue={bio} />
      </ActionForm>
    </div>
  )
}

/** What keeps the chosen picture from standing in a profile. */
function PortraitProblems() {
  const problems = useFieldProblems('portraitId')
  return problems.length === 0 ? null : (
    <p role="alert" className="text-sm font-semibold text-bad">
      {problems.join(' ')}
    </p>
  )
}
