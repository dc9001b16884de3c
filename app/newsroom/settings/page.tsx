import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { SectionSettings } from '#components/newsroom/section-settings.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionSettings } from '#server/settings/queries.ts'
import { addSectionAction, changeSectionAction } from './actions.ts'

export default async function SettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const sections = await sectionSettings(actor)
  return (
    <>
      <title>Settings · Newsroom</title>
      <PageHeader
        title="Settings"
        action={
          <span className="flex flex-wrap gap-2">
            <a href="/newsroom/settings/look" className="button">
              The look of the paper
            </a>
            <a href="/newsroom/settings/review" className="button">
              Review policy
            </a>
            <a href="/newsroom/settings/people" className="button">
              People
            </a>
            <a href="/newsroom/settings/copydesk" className="button">
              Copy desk
            </a>
            <a href="/newsroom/settings/mail" className="button">
              Mail
            </a>
            <a href="/newsroom/settings/jobs" className="button">
              Jobs that failed
            </a>
          </span>
        }
      />
      <SectionSettings sections={sections} add={addSectionAction} change={changeSectionAction} />
    </>
  )
}
