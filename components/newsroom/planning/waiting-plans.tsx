import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { PitchView } from '#server/planning/pitch-queries.ts'
import type { WaitingPhoto } from '#server/planning/queries.ts'
import { Day } from './due-mark.tsx'
import { PitchBadge } from '../pitches/pitch-badge.tsx'

/** Answers to this person's own pitches, until they have seen them. */
export function PitchAnswers({ answers, see }: { answers: readonly PitchView[]; see: FormAction }) {
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="pitch-answers" className="mb-6">
      <h2 id="pitch-answers" className="text-sm font-semibold text-accent">
        {answers.length === 1 ? 'Your pitch is answered' : `${answers.length} of your pitches are answered`}
      </h2>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {answers.map((pitch) => (
          <li key={pitch.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <a href={pitch.storyId === null ? `/newsroom/pitches/${pitch.id}` : `/newsroom/stories/${pitch.storyId}`} className="font-serif text-lg font-semibold break-words hover:underline">
                {pitch.title}
              </a>
              <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-soft">
                <PitchBadge state={pitch.state} /> by {pitch.answeredBy ?? 'somebody'}
              </p>
              {pitch.answer !== '' && <p className="mt-1 max-w-prose text-sm break-words whitespace-pre-wrap">{pitch.answer}</p>}
            </div>
            <ActionForm action={see} submit="Seen" tone="">
              <input type="hidden" name="pitchId" value={pitch.id} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** That pitches wait for this person's answer. */
export function PitchesToAnswer({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <p className="mb-6">
      <a href="/newsroom/pitches" className="button max-lg:min-h-11">
        {count === 1 ? 'One pitch waits' : `${count} pitches wait`} for an answer
      </a>
    </p>
  )
}

/** The pictures that this person is to take. */
export function PhotosToTake({ photos, today }: { photos: readonly WaitingPhoto[]; today: string }) {
  if (photos.length === 0) return null
  return (
    <section aria-labelledby="photos-to-take" className="mb-6">
      <h2 id="photos-to-take" className="text-sm font-semibold text-accent">
        {photos.length === 1 ? 'A picture to take' : `${photos.length} pictures to take`}
      </h2>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {photos.map((photo) => (
          <li key={photo.id} className="py-3">
            <a href={`/newsroom/stories/${photo.storyId}/plan#plan-photos`} className="font-semibold break-words hover:underline">
              {photo.wanted}
            </a>
            <p className="text-sm text-soft">
              For “{photo.headline || 'Story without a headline'}”
              {photo.due !== null && (
                <span className={photo.late ? 'font-semibold text-bad' : ''}>
                  {' · due '}
                  <Day day={photo.due} today={today} />
                  {photo.late && ' · late'}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
