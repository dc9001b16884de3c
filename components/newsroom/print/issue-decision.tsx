import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea } from '#components/ui/fields.client.tsx'
import type { IssueDesk } from '#server/print/queries.ts'

type Props = { issue: IssueDesk; publish: FormAction; withdraw: FormAction; remove: FormAction }

/** What is still to be done before an issue can go out, and the ways to publish, withdraw or throw it away. */
export function IssueDecision({ issue, publish, withdraw, remove }: Props) {
  const { standing, checks, named, may } = issue
  const id = <input type="hidden" name="issueId" value={issue.id} />
  const mute = checks.some(({ message }) => message.includes('has no text'))
  return (
    <>
      {standing === 'ready' && (
        <section aria-labelledby="decision" className="panel flex flex-col gap-3 text-sm">
          <h2 id="decision" className="text-base font-semibold">
            Publish
          </h2>
          {checks.length > 0 && (
            <ul className="list-disc pl-5">
              {checks.map(({ message, page }) => (
                <li key={message}>{page === null ? message : <a href={`#page-${page}`}>{message}</a>}</li>
              ))}
            </ul>
          )}
          {may.publish !== true && <p className="text-soft">{may.publish}</p>}
          {may.publish === true && !mute && (!named || may.allowNamed) && (
            <ActionForm action={publish} submit="Publish this issue">
              {id}
              <input type="hidden" name="version" value={issue.version} />
              {named && <TextArea name="allowReason" label="Why these names may stand in this issue" hint="For the record. Only where they agreed, or the printed issue is out already." rows={2} maxLength={500} required />}
              <p>Look at every page first. Readers then get its pages, their text and the PDF.</p>
            </ActionForm>
          )}
        </section>
      )}
      {standing === 'live' && may.withdraw && (
        <section aria-labelledby="withdrawal" className="panel text-sm">
          <h2 id="withdrawal" className="mb-2 text-base font-semibold">
            Withdraw
          </h2>
          <ActionForm action={withdraw} submit="Withdraw this issue" tone="button-danger">
            {id}
            <TextArea name="reason" label="Reason, for the record" hint="Its pages, pictures, text and PDF go at once, and for good." rows={2} maxLength={500} required />
          </ActionForm>
        </section>
      )}
      {standing !== 'live' && standing !== 'withdrawn' && (
        <details className="panel text-sm">
          <summary className="cursor-pointer">Throw this issue away</summary>
          <div className="mt-3">
            <ActionForm action={remove} submit="Throw it away" tone="button-danger">
              {id}
              <p>No reader ever saw it. Its file and its pages go with it.</p>
            </ActionForm>
          </div>
        </details>
      )}
    </>
  )
}
