import { NotHere } from '#components/newsroom/forbidden.tsx'
import { PitchAnswer } from '#components/newsroom/pitches/pitch-answer.tsx'
import { PitchBadge } from '#components/newsroom/pitches/pitch-badge.tsx'
import { PitchForm } from '#components/newsroom/pitches/pitch-form.tsx'
import { PitchAnswerText, PitchText } from '#components/newsroom/pitches/pitch-text.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pitchById, sectionChoices } from '#server/planning/pitch-queries.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { acceptPitchAction, changePitchAction, declinePitchAction, takeBackPitchAction } from '../actions.ts'

export default async function PitchPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [pitch, { today, timeZone }] = await Promise.all([pitchById(actor, (await params).id), paperDay(new Date())])
  if (pitch === null) return <NotHere />
  return (
    <>
      <title>{`Pitch: ${pitch.title} · Newsroom`}</title>
      <p className="mb-2 text-sm">
        <a href="/newsroom/pitches" className="text-link">
          All pitches
        </a>
      </p>
      <header className="mb-4 flex flex-wrap items-baseline gap-3">
        <h1 className="font-serif text-3xl font-semibold break-words">{pitch.title}</h1>
        <PitchBadge state={pitch.state} />
      </header>
      <div className="flex flex-col gap-6">
        <PitchText pitch={pitch} today={today} timeZone={timeZone} />
        <PitchAnswerText pitch={pitch} timeZone={timeZone} />
        {pitch.storyId !== null && (
          <p>
            <a href={`/newsroom/stories/${pitch.storyId}`} className="button">
              Open the story
            </a>
          </p>
        )}
        {pitch.may.answer && <PitchAnswer pitch={pitch} accept={acceptPitchAction} decline={declinePitchAction} />}
        {pitch.may.change && (
          <>
            <details className="max-w-prose rounded-md border border-rule">
              <summary className="min-h-11 cursor-pointer px-3 py-2.5 text-sm font-semibold">Change your pitch</summary>
              <div className="border-t border-rule p-3">
                <PitchForm key={pitch.version} action={changePitchAction} submit="Save the change" sections={await sectionChoices(actor)} pitch={pitch} />
              </div>
            </details>
            <ActionForm action={takeBackPitchAction} submit="Take it back" tone="button-danger">
              <input type="hidden" name="pitchId" value={pitch.id} />
            </ActionForm>
          </>
        )}
      </div>
    </>
  )
}
