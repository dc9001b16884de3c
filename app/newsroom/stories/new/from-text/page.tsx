import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { FromTextDesk } from '#components/newsroom/from-text/from-text-desk.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { staffChoices } from '#server/staff/queries.ts'
import { makeStoryAction } from './actions.ts'

export default async function FromTextPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'createStory')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const staff = await staffChoices(actor)
  return (
    <>
      <title>New story from text · Newsroom</title>
      <PageHeader
        title="New story from text"
        lead="Paste a page or choose a file, compare what was understood with your text, and put right what was not. Nothing is made before you press “Make this story”."
      />
      <FromTextDesk staff={staff} make={makeStoryAction} />
    </>
  )
}
