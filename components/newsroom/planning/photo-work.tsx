import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField } from '#components/ui/fields.client.tsx'
import { isWanted, type PhotoState } from '#domain/planning/photo-requests.ts'
import type { OwnPicture, PhotoView } from '#server/planning/queries.ts'
import type { PlanActions } from './plan-actions.ts'

/** What can be said of a request from where it stands; delivering has a form of its own. */
const SAYINGS: Record<PhotoState, { state: 'OPEN' | 'TAKEN' | 'NOT_NEEDED'; words: string }[]> = {
  OPEN: [{ state: 'TAKEN', words: 'I am on it' }, { state: 'NOT_NEEDED', words: 'Not needed' }],
  TAKEN: [{ state: 'OPEN', words: 'Give it back' }, { state: 'NOT_NEEDED', words: 'Not needed' }],
  DELIVERED: [{ state: 'TAKEN', words: 'Another picture is needed' }],
  NOT_NEEDED: [{ state: 'OPEN', words: 'It is needed after all' }],
}

/** What this person can do with a photo request: take it on, say how it stands, deliver the picture. */
export function PhotoWork({ photo, pictures, actions }: { photo: PhotoView; pictures: readonly OwnPicture[]; actions: Pick<PlanActions, 'takePhoto' | 'setPhotoState' | 'deliverPhoto'> }) {
  const named = <input type="hidden" name="requestId" value={photo.id} />
  if (!photo.may.work) {
    return photo.may.take ? (
      <ActionForm action={actions.takePhoto} submit="I will take this picture" tone="" className="flex flex-col gap-2">
        {named}
      </ActionForm>
    ) : null
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {SAYINGS[photo.state].map(({ state, words }) => (
          <ActionForm key={state} action={actions.setPhotoState} submit={words} tone="" className="flex flex-col gap-2">
            {named}
            <input type="hidden" name="state" value={state} />
          </ActionForm>
        ))}
      </div>
      {isWanted(photo.state) &&
        (pictures.length === 0 ? (
          <p className="text-sm text-soft">
            To deliver it,{' '}
            <a href="/newsroom/media" className="text-link">
              upload the picture
            </a>{' '}
            first.
          </p>
        ) : (
          <ActionForm action={actions.deliverPhoto} submit="Deliver it" tone="">
            {named}
            <SelectField name="assetId" label="Picture from the library" defaultValue="" hint={<a href="/newsroom/media" className="text-link">Upload it first</a>}>
              <option value="">Choose the picture</option>
              {pictures.map(({ id, fileName, caption }) => (
                <option key={id} value={id}>
                  {caption === '' ? fileName : `${caption.slice(0, 60)} (${fileName})`}
                </option>
              ))}
            </SelectField>
          </ActionForm>
        ))}
    </>
  )
}
