import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { NewPageForm } from '#components/newsroom/pages/new-page-form.tsx'
import { StoryLines } from '#components/newsroom/story-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { pageLines } from '#server/stories/page-lines.ts'
import { newPageAction } from './actions.ts'

export default async function PagesPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'createPage')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const [paper, lines] = await Promise.all([paperSettings(actor), pageLines(actor)])
  return (
    <>
      <title>Pages · Newsroom</title>
      <PageHeader title="Pages" />
      <p className="mb-4 max-w-prose text-sm text-soft">What the paper says of itself. A page is edited, reviewed and approved like a story; once it is live, the foot of every page of the paper leads to it.</p>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        {lines.length === 0 ? <p className="py-3 text-soft">There is no page yet. Begin with one of the starter texts.</p> : <StoryLines lines={lines} timeZone={paper.timeZone} />}
        <NewPageForm action={newPageAction} />
      </div>
    </>
  )
}
