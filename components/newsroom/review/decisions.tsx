import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, TextArea } from '#components/ui/fields.client.tsx'
import { REQUEST_NAMES } from '#domain/review-policy.ts'
import type { DecisionView, ObjectionView } from '#server/reviews/queries.ts'
import { Moment } from '../time.tsx'

type Desk = { timeZone: string; mayObject: boolean; mayAnswer: boolean; object: FormAction; answer: FormAction }

const DID = { APPROVE: 'approved', REQUEST_CHANGES: 'sent back', COMMENT: 'read' } as const

/** What was decided on a story, newest first, with what the authors put on record against it. */
export function Decisions({ decisions, desk }: { decisions: readonly DecisionView[]; desk: Desk }) {
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className="mb-2 font-semibold">
        Decisions so far
      </h2>
      <ul className="flex flex-col gap-3">
        {decisions.map((decision) => (
          <li key={decision.id} className="rounded-md border border-rule p-3 text-sm">
            <p>
              <span className="font-semibold">{decision.by}</span> {DID[decision.decision]} revision {decision.revisionNumber}, <Moment at={decision.at} timeZone={desk.timeZone} />
            </p>
            {decision.request !== null && (
              <p className="font-semibold">
                {REQUEST_NAMES[decision.request]}
                {decision.term !== 'editing' && <span className="font-normal text-soft"> ({decision.term})</span>}
              </p>
            )}
            {decision.notes !== '' && <p className="mt-1 break-words whitespace-pre-wrap">{decision.notes}</p>}
            {decision.reason !== '' && (
              <p className="mt-1 break-words whitespace-pre-wrap">
                <span className="text-soft">Reason:</span> {decision.reason}
              </p>
            )}
            {decision.objections.map((objection) => (
              <Objection key={objection.id} objection={objection} desk={desk} />
            ))}
            {decision.request === 'REQUIRED' && !decision.own && desk.mayObject && (
              <details className="mt-2">
                <summary className="cursor-pointer py-1 font-semibold">Put an objection on record</summary>
                <ActionForm action={desk.object} submit="Object" tone="" className="mt-2 flex flex-col gap-3">
                  <input type="hidden" name="reviewId" value={decision.id} />
                  <TextArea name="body" label="Why you disagree" hint="It stays on record, whatever is decided, and must be answered." />
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Objection({ objection, desk }: { objection: ObjectionView; desk: Desk }) {
  const { answer } = objection
  return (
    <div className="mt-2 border-l-2 border-strong pl-3">
      <p>
        <span className="font-semibold">{objection.by}</span> objects, <Moment at={objection.at} timeZone={desk.timeZone} />
      </p>
      <p className="mt-1 break-words whitespace-pre-wrap">{objection.body}</p>
      {answer === null ? (
        <p className="mt-1 text-soft">
          {objection.late ? 'Not answered in time: it went to whom the review policy names.' : 'An answer is due by '}
          {!objection.late && <Moment at={objection.dueAt} timeZone={desk.timeZone} />}
        </p>
      ) : (
        <p className="mt-1 break-words whitespace-pre-wrap">
          <span className="font-semibold">{answer.by}</span> {answer.lifted ? 'lifted the requirement' : 'upheld it'}, <Moment at={answer.at} timeZone={desk.timeZone} />: {answer.words}
        </p>
      )}
      {answer === null && desk.mayAnswer && (
        <details className="mt-1">
          <summary className="cursor-pointer py-1 font-semibold">Answer the objection</summary>
          <ActionForm action={desk.answer} submit="Answer the objection" tone="" className="mt-2 flex flex-col gap-3">
            <input type="hidden" name="objectionId" value={objection.id} />
            <RadioField
              name="lift"
              label="Your decision"
              choices={[
                { value: 'no', label: 'The change stays required' },
                { value: 'yes', label: 'The requirement is lifted' },
              ]}
            />
            <TextArea name="answer" label="Why" rows={2} />
          </ActionForm>
        </details>
      )}
    </div>
  )
}
