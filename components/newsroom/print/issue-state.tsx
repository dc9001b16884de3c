import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import type { IssueDesk } from '#server/print/queries.ts'
import { Moment } from '../time.tsx'
import { countedWords, STANDING_WORDS } from './issue-lines.tsx'
import { LookAgain } from './look-again.client.tsx'

/** Where an issue stands, who uploaded it, and what it is. */
export function IssueState({ issue, timeZone }: { issue: IssueDesk; timeZone: string }) {
  const { standing, failure, publishedAt, withdrawnAt, withdrawnReason } = issue
  return (
    <section aria-labelledby="standing" className="panel flex flex-col gap-1 text-sm">
      <h2 id="standing" className="text-base font-semibold">
        {STANDING_WORDS[standing]}
      </h2>
      {standing === 'reading' && <LookAgain />}
      {failure !== null && <p className="font-semibold text-bad">{failure}</p>}
      <p>{countedWords(issue)}</p>
      <p className="break-words text-soft">
        {issue.fileName}, uploaded by {issue.uploadedBy}, <Moment at={issue.uploadedAt} timeZone={timeZone} />
      </p>
      {publishedAt !== null && (
        <p>
          Published <Moment at={publishedAt} timeZone={timeZone} />
        </p>
      )}
      {withdrawnAt !== null && (
        <p>
          Withdrawn <Moment at={withdrawnAt} timeZone={timeZone} />: {withdrawnReason}
        </p>
      )}
      {issue.pdfKey !== null && (
        <p>
          <a href={`/api/issues/${issue.pdfKey}`} className="text-link inline-block py-1">
            The PDF as readers get it
          </a>
        </p>
      )}
    </section>
  )
}

/** What is said of an issue, to be changed before it is published. */
export function IssueFields({ issue, change }: { issue: IssueDesk; change: FormAction }) {
  return (
    <section aria-label="Title and numbers" className="panel">
      <ActionForm action={change} submit="Save" tone="">
        <input type="hidden" name="issueId" value={issue.id} />
        <TextField name="title" label="Title" defaultValue={issue.title} maxLength={80} required />
        <div className="grid grid-cols-2 gap-4">
          <TextField name="volume" label="Volume" inputMode="numeric" defaultValue={issue.volume ?? ''} />
          <TextField name="number" label="Issue" inputMode="numeric" defaultValue={issue.number ?? ''} />
        </div>
        <TextField name="date" label="Day on its front page" type="date" defaultValue={issue.date} required />
      </ActionForm>
    </section>
  )
}
