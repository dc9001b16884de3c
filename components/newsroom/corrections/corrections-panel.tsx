import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, SelectField, TextArea } from '#components/ui/fields.client.tsx'
import { CORRECTION_KINDS, CORRECTION_NAMES } from '#domain/corrections.ts'
import type { CorrectionLine } from '#server/corrections/queries.ts'
import { Moment } from '../time.tsx'

type Desk = {
  story: { id: string; liveRevisionId: string | null }
  mayPropose: boolean
  mayPublish: boolean
  actions: { propose: FormAction; add: FormAction; publish: FormAction; decline: FormAction }
  timeZone: string
}

/** The notes for readers on a story, newest first, and the form that writes one. */
export function CorrectionsPanel({ corrections, desk }: { corrections: readonly CorrectionLine[]; desk: Desk }) {
  const mayWrite = desk.story.liveRevisionId !== null && (desk.mayPropose || desk.mayPublish)
  if (corrections.length === 0 && !mayWrite) return null
  return (
    <section aria-labelledby="corrections-of" className="flex flex-col gap-3">
      <h2 id="corrections-of" className="font-semibold">
        Corrections and updates
      </h2>
      {corrections.length > 0 && (
        <ul className="flex flex-col gap-3">
          {corrections.map((correction) => (
            <Line key={correction.id} correction={correction} desk={desk} />
          ))}
        </ul>
      )}
      {mayWrite && <NewNote corrections={corrections} desk={desk} />}
    </section>
  )
}

function standing({ published, declined, shown }: CorrectionLine): string {
  if (declined !== null) return 'declined'
  if (published === null) return 'proposed, not published yet'
  return shown ? 'readers see it' : 'replaced by a later one'
}

function Line({ correction, desk }: { correction: CorrectionLine; desk: Desk }) {
  const { proposed, published, declined } = correction
  const last = declined ?? published ?? proposed
  return (
    <li className="rounded-md border border-rule p-3 text-sm">
      <p>
        <span className="font-semibold">{CORRECTION_NAMES[correction.kind]}</span>, {standing(correction)} <span className="text-soft">({last.by}, <Moment at={last.at} timeZone={desk.timeZone} />)</span>
      </p>
      <p className="mt-1 break-words whitespace-pre-wrap">{correction.text}</p>
      {declined !== null && <p className="mt-1 break-words whitespace-pre-wrap"><span className="text-soft">Why it was declined:</span> {declined.reason}</p>}
      {published === null && declined === null && desk.mayPublish && (
        <div className="mt-3 flex flex-col gap-3">
          <ActionForm action={desk.actions.publish} submit="Publish this note" tone="">
            <input type="hidden" name="correctionId" value={correction.id} />
          </ActionForm>
          <details>
            <summary className="min-h-10 cursor-pointer py-2 font-semibold">Decline it</summary>
            <ActionForm action={desk.actions.decline} submit="Decline" tone="" className="mt-2 flex flex-col gap-3">
              <input type="hidden" name="correctionId" value={correction.id} />
              <TextArea name="reason" label="Why it is not published" rows={2} />
            </ActionForm>
          </details>
        </div>
      )}
    </li>
  )
}

function NewNote({ corrections, desk }: { corrections: readonly CorrectionLine[]; desk: Desk }) {
  const shown = corrections.filter((correction) => correction.shown)
  return (
    <details className="rounded-md border border-rule">
      <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">{desk.mayPublish ? 'Publish a note for readers' : 'Propose a note for readers'}</summary>
      <div className="border-t border-rule p-3">
        <ActionForm action={desk.mayPublish ? desk.actions.add : desk.actions.propose} submit={desk.mayPublish ? 'Publish the note' : 'Propose the note'} tone="" className="flex flex-col gap-3">
          <input type="hidden" name="storyId" value={desk.story.id} />
          <input type="hidden" name="revisionId" value={desk.story.liveRevisionId ?? ''} />
          <RadioField name="kind" label="What it is" defaultValue="CORRECTION" choices={CORRECTION_KINDS.map((value) => ({ value, label: CORRECTION_NAMES[value] }))} />
          <TextArea name="text" label="Words of the note" hint={desk.mayPublish ? 'Readers see it at once.' : 'Readers see it once whoever has the last word has published it.'} rows={3} />
          {shown.length > 0 && (
            <SelectField name="replacesId" label="It takes the place of" hint="Where an earlier note was wrong. That one is kept on record, and no longer shown.">
              <option value="">No earlier note</option>
              {shown.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text.slice(0, 80)}
                </option>
              ))}
            </SelectField>
          )}
        </ActionForm>
      </div>
    </details>
  )
}
