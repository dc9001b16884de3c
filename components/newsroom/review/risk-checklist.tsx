import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, TextField } from '#components/ui/fields.client.tsx'
import { RISK_ANSWER_NAMES, RISK_ANSWERS, RISKS } from '#domain/risk-checklist.ts'
import type { RiskCheckView } from '#server/reviews/risk-checks.ts'
import { Moment } from '../time.tsx'

type Props = { storyId: string; revisionId: string; last: RiskCheckView | null; required: boolean; mayFill: boolean; fill: FormAction; timeZone: string }

/** The risk checklist of a story: what was answered, for which revision, and the form for this one. */
export function RiskChecklist({ storyId, revisionId, last, required, mayFill, fill, timeZone }: Props) {
  const state = last === null ? 'not filled in' : last.current ? 'filled in' : `filled in for revision ${last.revisionNumber}, not for this one`
  if (last === null && !mayFill) return null
  return (
    <details id="risks" className="scroll-mt-4 rounded-md border border-rule target:border-accent" open={required && last?.current !== true && mayFill}>
      <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">
        Risk checklist: <span className="font-normal">{state}{required && last?.current !== true ? ', required in this section' : ''}</span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-rule p-3 text-sm">
        {last !== null && (
          <p className="text-soft">
            Last answered by {last.by}, <Moment at={last.at} timeZone={timeZone} />
          </p>
        )}
        {mayFill ? (
          <ActionForm action={fill} submit="Keep these answers" tone="" className="flex flex-col gap-5">
            <input type="hidden" name="storyId" value={storyId} />
            <input type="hidden" name="revisionId" value={revisionId} />
            {RISKS.map(({ id, name, question }) => (
              <div key={id} className="flex flex-col gap-2">
                <RadioField name={id} label={`${name}: ${question}`} defaultValue={last?.answers[id].answer} choices={RISK_ANSWERS.map((value) => ({ value, label: RISK_ANSWER_NAMES[value] }))} />
                <TextField name={`${id}.remark`} label={`Remark on ${name.toLowerCase()}`} defaultValue={last?.answers[id].remark} maxLength={500} />
              </div>
            ))}
          </ActionForm>
        ) : (
          <dl>
            {last !== null &&
              RISKS.map(({ id, name }) => (
                <div key={id} className="py-1">
                  <dt className="font-semibold">{name}</dt>
                  <dd>
                    {RISK_ANSWER_NAMES[last.answers[id].answer]}
                    {last.answers[id].remark !== '' && `. ${last.answers[id].remark}`}
                  </dd>
                </div>
              ))}
          </dl>
        )}
      </div>
    </details>
  )
}
