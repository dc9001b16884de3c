import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { SectionLines } from '#components/newsroom/settings/section-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { sectionStyle } from '#domain/sections.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionSettings } from '#server/sections/queries.ts'
import { addSectionAction, changeSectionAction, closeSectionAction, mergeSectionAction, moveSectionAction } from './actions.ts'

const ACTIONS = { add: addSectionAction, change: changeSectionAction, move: moveSectionAction, close: closeSectionAction, merge: mergeSectionAction }

export default async function SectionsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const sections = await sectionSettings(actor)
  return (
    <>
      <title>Sections · Newsroom</title>
      <style>{sectionStyle(sections)}</style>
      <PageHeader title="Sections" />
      <SectionLines sections={sections} actions={ACTIONS} />
    </>
  )
}
