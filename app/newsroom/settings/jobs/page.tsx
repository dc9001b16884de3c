import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { Moment } from '#components/newsroom/time.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { JOBS } from '#domain/jobs.ts'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { jobsInTrouble } from '#server/jobs/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { retryJobAction } from './actions.ts'

export default async function JobsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'readJobs')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const mayRetry = decide(actor.role, 'retryJobs').allowed
  const [paper, jobs] = await Promise.all([paperSettings(actor), jobsInTrouble(actor)])
  return (
    <>
      <title>Jobs that failed · Newsroom</title>
      <PageHeader title="Jobs that failed" lead="What the paper was to do by itself and could not. A job is tried several times before it stands here as failed; it is kept for 30 days." />
      {jobs.length === 0 ? (
        <p className="text-sm text-good">Nothing has failed.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {jobs.map((job) => (
            <li key={job.id} className="flex flex-col gap-1 py-3 text-sm">
              <p className="text-base font-semibold">{JOBS[job.name].words}</p>
              <p className={job.failed ? 'font-semibold text-bad' : 'text-soft'}>
                {job.failed ? 'Failed' : 'Will be tried again'} after {job.tries} {job.tries === 1 ? 'try' : 'tries'}, <Moment at={job.at} timeZone={paper.timeZone} />
              </p>
              <p className="break-words">{job.reason}</p>
              {job.failed && <p className="text-soft">{JOBS[job.name].advice}</p>}
              {job.failed && mayRetry && (
                <ActionForm action={retryJobAction} submit="Try again" tone="">
                  <input type="hidden" name="name" value={job.name} />
                  <input type="hidden" name="id" value={job.id} />
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
