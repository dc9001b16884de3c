import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { NewAssignmentForm } from '#components/newsroom/planning/new-assignment-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { grantOf } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionChoices } from '#server/planning/pitch-queries.ts'
import { peopleToAssign } from '#server/planning/queries.ts'
import { newAssignmentAction } from './actions.ts'

export default async function NewAssignmentPage() {
  const actor = await requireActor()
  if (grantOf(actor.role, 'assign') !== 'yes') return <Forbidden reason="Editors and advisers hand out stories. You can pitch one." />
  const [sections, people] = await Promise.all([sectionChoices(actor), peopleToAssign(actor)])
  return (
    <>
      <title>New assignment · Newsroom</title>
      <PageHeader title="New assignment" lead="A story that you ask somebody else to write. It starts as their draft." />
      <NewAssignmentForm action={newAssignmentAction} sections={sections} people={people} />
    </>
  )
}
