import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import { isWanted, PHOTO_STATE_NAMES } from '#domain/planning/photo-requests.ts'
import type { OwnPicture, PersonChoice, PhotoView, StoryPlan } from '#server/planning/queries.ts'
import { Day } from './due-mark.tsx'
import { PersonOptions } from './person-options.tsx'
import { PhotoWork } from './photo-work.tsx'
import type { PlanActions } from './plan-actions.ts'

type Props = { plan: StoryPlan; people: readonly PersonChoice[]; pictures: readonly OwnPicture[]; actions: PlanActions }

/** The pictures that a story needs, each with who takes it and how it stands. */
export function PlanPhotos({ plan, people, pictures, actions }: Props) {
  return (
    <section aria-labelledby="plan-photos" className="panel flex flex-col gap-4">
      <h2 id="plan-photos" className="font-serif text-xl font-semibold">
        Pictures
      </h2>
      {plan.photos.length === 0 && <p className="text-sm text-soft">No picture was asked for.</p>}
      <ul className="flex flex-col divide-y divide-rule">
        {plan.photos.map((photo) => (
          <li key={photo.id} className="flex flex-col gap-3 py-3">
            <PhotoFacts photo={photo} today={plan.today} />
            <PhotoWork photo={photo} pictures={pictures} actions={actions} />
            {plan.may.assign && (
              <details className="rounded-md border border-rule text-sm">
                <summary className="min-h-11 cursor-pointer px-3 py-2.5">Change this request</summary>
                <div className="border-t border-rule p-3">
                  <ActionForm action={actions.changePhoto} submit="Save the request" tone="">
                    <input type="hidden" name="requestId" value={photo.id} />
                    <PhotoFields people={people} photo={photo} />
                  </ActionForm>
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
      {plan.may.assign && (
        <details className="rounded-md border border-rule text-sm" open={plan.photos.length === 0}>
          <summary className="min-h-11 cursor-pointer px-3 py-2.5 font-semibold">Ask for a picture</summary>
          <div className="border-t border-rule p-3">
            <ActionForm action={actions.askForPhoto} submit="Ask for it" tone="">
              <input type="hidden" name="storyId" value={plan.story.id} />
              <PhotoFields people={people} />
            </ActionForm>
          </div>
        </details>
      )}
    </section>
  )
}

function PhotoFacts({ photo, today }: { photo: PhotoView; today: string }) {
  return (
    <div className="text-sm">
      <p className="font-semibold break-words whitespace-pre-wrap">{photo.wanted}</p>
      <p className="text-soft">
        {photo.photographer ?? 'Nobody yet'}
        {photo.due !== null && (
          <span className={photo.late ? 'font-semibold text-bad' : ''}>
            {' · due '}
            <Day day={photo.due} today={today} />
            {photo.late && ' · late'}
          </span>
        )}
      </p>
      <p data-testid="photo-state" className={photo.state === 'DELIVERED' ? 'font-semibold text-good' : isWanted(photo.state) ? 'font-semibold text-warn' : 'text-soft'}>
        {PHOTO_STATE_NAMES[photo.state]}
      </p>
      {photo.state === 'DELIVERED' &&
        (photo.assetId === null ? (
          <p className="text-soft">The picture is no longer in the library.</p>
        ) : (
          <p>
            <a href={`/newsroom/media/${photo.assetId}`} className="text-link">
              Look at the picture in the library
            </a>
          </p>
        ))}
    </div>
  )
}

function PhotoFields({ people, photo }: { people: readonly PersonChoice[]; photo?: PhotoView }) {
  return (
    <>
      <TextArea name="wanted" label="What the picture should show" rows={2} maxLength={1000} defaultValue={photo?.wanted} required />
      <SelectField name="photographerId" label="Who takes it" defaultValue={photo?.photographerId ?? ''}>
        <option value="">Whoever volunteers</option>
        <PersonOptions people={people} />
      </SelectField>
      <TextField name="due" label="Due" type="date" defaultValue={photo?.due ?? ''} />
    </>
  )
}
