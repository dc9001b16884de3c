import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { IssueLines } from '#components/newsroom/print/issue-lines.tsx'
import { UploadIssue } from '#components/newsroom/print/upload-issue.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { issueList } from '#server/print/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'

export const metadata = { title: 'Print issues' }

export default async function IssuesDeskPage({ searchParams }: { searchParams: Promise<{ problem?: string | string[] }> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'prepareIssue')
  const issues = await issueList(actor)
  if (!verdict.allowed || issues === null) return <Forbidden reason={verdict.allowed ? 'There is nothing here.' : verdict.reason} />
  const { timeZone } = await paperSettings(actor)
  const { problem } = await searchParams
  return (
    <>
      <PageHeader
        title="Print issues"
        lead="The printed paper for readers: its pages to look at and to read, and the PDF to keep. Readers see nothing of an issue before it is published."
        action={
          <a href="/issues" className="button">
            As readers see it
          </a>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <IssueLines issues={issues} timeZone={timeZone} />
        <UploadIssue problem={typeof problem === 'string' ? problem.slice(0, 300) : null} />
      </div>
    </>
  )
}
