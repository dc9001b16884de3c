import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea } from '#components/ui/fields.client.tsx'
import type { PitchView } from '#server/planning/pitch-queries.ts'

/** The two answers to a pitch. Accepting makes the story. */
export function PitchAnswer({ pitch, accept, decline }: { pitch: PitchView; accept: FormAction; decline: FormAction }) {
  const named = (
    <>
      <input type="hidden" name="pitchId" value={pitch.id} />
      <input type="hidden" name="version" value={pitch.version} />
    </>
  )
  return (
    <section aria-labelledby="answer-title" className="panel flex max-w-prose flex-col gap-4">
      <h2 id="answer-title" className="font-semibold">
        Your answer
      </h2>
      <ActionForm action={accept} submit="Accept: it becomes a story">
        {named}
        <TextArea name="answer" label={`A word to ${pitch.by}, if you like`} rows={3} maxLength={4000} />
      </ActionForm>
      <details className="rounded-md border border-rule">
        <summary className="min-h-11 cursor-pointer px-3 py-2.5 text-sm font-semibold">Decline with a reply</summary>
        <div className="border-t border-rule p-3">
          <ActionForm action={decline} submit="Decline" tone="">
            {named}
            <TextArea name="answer" label="Why not, and what would make it a story" rows={3} maxLength={4000} required />
          </ActionForm>
        </div>
      </details>
    </section>
  )
}
