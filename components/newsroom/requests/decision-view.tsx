import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { OUTCOME_WORDS } from '#domain/takedown-policy.ts'
import type { RequestPage } from '#server/requests/queries.ts'
import { Moment } from '../time.tsx'

type Props = { request: RequestPage; decision: NonNullable<RequestPage['decision']>; showToSearch: FormAction; timeZone: string }

function replyWords({ email, erased, mail }: RequestPage): string {
  if (erased) return 'Reply'
  if (email === null) return 'Reply. No address was left.'
  return mail ? `Reply, mailed to ${email}` : `Reply. Copy it, and send it to ${email}`
}

/** What was decided on a request, why, and what the person who asked was told. */
export function DecisionView({ request, decision, showToSearch, timeZone }: Props) {
  return (
    <section aria-labelledby="decision" className="flex flex-col gap-3 rounded-md border border-good p-3 text-sm">
      <h2 id="decision" className="text-base font-semibold">
        Decided: {OUTCOME_WORDS[decision.outcome].name}
      </h2>
      <p className="text-soft">
        {decision.by}, <Moment at={decision.at} timeZone={timeZone} />
      </p>
      <p className="break-words whitespace-pre-wrap">{decision.reason}</p>
      {decision.reply !== '' && (
        <div className="flex flex-col gap-1">
          <label htmlFor="reply-sent" className="font-semibold">
            {replyWords(request)}
          </label>
          <textarea id="reply-sent" readOnly rows={5} className="control" value={decision.reply} />
        </div>
      )}
      {request.may.showToSearch && (
        <ActionForm action={showToSearch} submit="Let search engines list the story again" tone="">
          <input type="hidden" name="storyId" value={request.story.id} />
        </ActionForm>
      )}
    </section>
  )
}
