import { NotHere } from '#components/newsroom/forbidden.tsx'
import { DeskPageLine } from '#components/newsroom/print/desk-page-line.tsx'
import { IssueDecision } from '#components/newsroom/print/issue-decision.tsx'
import { IssueFields, IssueState } from '#components/newsroom/print/issue-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { issueDesk } from '#server/print/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changeIssueAction, deleteIssueAction, linkStoryAction, publishIssueAction, typePageTextAction, unlinkStoryAction, withdrawIssueAction } from '../actions.ts'

export default async function IssueDeskPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [{ timeZone }, issue] = await Promise.all([paperSettings(actor), issueDesk(actor, (await params).id)])
  if (issue === null) return <NotHere />
  return (
    <>
      <title>{`${issue.title} · Newsroom`}</title>
      <PageHeader
        title={issue.title}
        action={
          <a href={issue.standing === 'live' ? `/issues/${issue.slug}` : '/newsroom/issues'} className="button">
            {issue.standing === 'live' ? 'As readers see it' : 'All print issues'}
          </a>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4 lg:order-last">
          <IssueState issue={issue} timeZone={timeZone} />
          {(issue.standing === 'ready' || issue.standing === 'reading') && <IssueFields key={issue.version} issue={issue} change={changeIssueAction} />}
          <IssueDecision issue={issue} publish={publishIssueAction} withdraw={withdrawIssueAction} remove={deleteIssueAction} />
        </div>
        <section aria-label="Pages" className="min-w-0">
          <ol className="flex flex-col gap-4">
            {issue.pageList.map((page) => (
              <DeskPageLine key={page.number} issue={issue} page={page} actions={{ type: typePageTextAction, link: linkStoryAction, unlink: unlinkStoryAction }} />
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
