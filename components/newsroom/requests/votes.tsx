import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, TextArea } from '#components/ui/fields.client.tsx'
import { OUTCOME_WORDS, OUTCOMES } from '#domain/takedown-policy.ts'
import type { VoteView } from '#server/requests/queries.ts'
import { Moment } from '../time.tsx'

type Props = { requestId: string; votes: readonly VoteView[]; open: boolean; may: true | string; vote: FormAction; timeZone: string }

/** What editors and advisers would do about a request, and this person's own vote while it is open. */
export function Votes({ requestId, votes, open, may, vote, timeZone }: Props) {
  const own = votes.find((one) => one.own)
  return (
    <section aria-labelledby="votes" className="flex flex-col gap-3">
      <h2 id="votes" className="font-semibold">
        Votes
      </h2>
      {votes.length === 0 && <p className="text-sm text-soft">Nobody has voted yet.</p>}
      <ul className="flex flex-col gap-2 text-sm">
        {votes.map(({ by, outcome, remark, at }) => (
          <li key={by} className="rounded-md border border-rule p-3">
            <p>
              <span className="font-semibold">{by}</span>: {OUTCOME_WORDS[outcome].name}{' '}
              <span className="text-soft">
                (<Moment at={at} timeZone={timeZone} />)
              </span>
            </p>
            {remark !== '' && <p className="mt-1 break-words whitespace-pre-wrap">{remark}</p>}
          </li>
        ))}
      </ul>
      {open && may !== true && <p className="text-sm text-soft">{may}</p>}
      {open && may === true && (
        <details className="rounded-md border border-rule" open={own === undefined}>
          <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">{own === undefined ? 'Vote' : 'Change my vote'}</summary>
          <div className="border-t border-rule p-3">
            <ActionForm action={vote} submit="Vote" tone="" className="flex flex-col gap-3">
              <input type="hidden" name="requestId" value={requestId} />
              <RadioField name="outcome" label="What I would do" defaultValue={own?.outcome} choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_WORDS[value].name }))} />
              <TextArea name="remark" label="Remark" hint="Everybody who handles requests sees it." rows={3} defaultValue={own?.remark} />
            </ActionForm>
          </div>
        </details>
      )}
    </section>
  )
}
