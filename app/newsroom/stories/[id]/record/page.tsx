import { StoryRecordView } from '#components/newsroom/audit/story-record-view.tsx'
import { NotHere } from '#components/newsroom/forbidden.tsx'
import { decide } from '#domain/policy.ts'
import { storyRecord } from '#server/audit/story-records.ts'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'

export default async function StoryRecordPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const [paper, record] = await Promise.all([paperSettings(actor), storyRecord(actor, (await params).id)])
  if (record === null) return <NotHere />
  return (
    <>
      <title>{`Record: ${record.headline} · Newsroom`}</title>
      <nav aria-label="Record of this story" className="mb-5 flex flex-wrap gap-2 print:hidden">
        <a href={`/newsroom/stories/${record.id}/history`} className="button max-lg:min-h-11">
          Back to its history
        </a>
        <a href={`/api/stories/${record.id}/record?format=pdf`} className="button max-lg:min-h-11">
          Download PDF
        </a>
        <a href={`/api/stories/${record.id}/record?format=csv`} className="button max-lg:min-h-11">
          Download CSV
        </a>
        {decide(actor.role, 'readAudit').allowed && (
          <a href={`/newsroom/audit?story=${record.id}`} className="button max-lg:min-h-11">
            In the audit log
          </a>
        )}
      </nav>
      <p className="mb-4 hidden text-sm print:block">{paper.name}</p>
      <StoryRecordView record={record} timeZone={paper.timeZone} />
    </>
  )
}
