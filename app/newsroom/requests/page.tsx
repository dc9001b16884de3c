import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { RequestLines } from '#components/newsroom/requests/request-lines.tsx'
import { WaitingCorrections } from '#components/newsroom/requests/waiting-corrections.tsx'
import { SettledLines } from '#components/newsroom/settled-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { waitingCorrections } from '#server/corrections/queries.ts'
import { requestQueue } from '#server/requests/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'

export default async function RequestsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { before } = await searchParams
  const behind = typeof before === 'string' ? before : null
  const [paper, queue, notes] = await Promise.all([paperSettings(actor), requestQueue(actor, behind), waitingCorrections(actor)])
  const verdict = decide(actor.role, 'handleRequests')
  if (queue === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  const { open, decided, next } = queue
  return (
    <>
      <title>Requests · Newsroom</title>
      <PageHeader
        title="Requests from readers"
        lead={open.length === 0 ? 'No request is open.' : `${open.length} open, oldest first.`}
        action={
          <a href="/corrections/request" className="button">
            The form, as readers see it
          </a>
        }
      />
      <div className="flex max-w-4xl flex-col gap-8">
        {behind === null && open.length > 0 && <RequestLines lines={open} timeZone={paper.timeZone} />}
        {behind === null && <WaitingCorrections notes={notes} timeZone={paper.timeZone} />}
        {decided.length > 0 && (
          <SettledLines id="decided" heading="Decided" older={next === null ? null : { href: `/newsroom/requests?before=${next}`, label: 'Older decisions' }}>
            <RequestLines lines={decided} timeZone={paper.timeZone} />
          </SettledLines>
        )}
      </div>
    </>
  )
}
