import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PitchForm } from '#components/newsroom/pitches/pitch-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { sectionChoices } from '#server/planning/pitch-queries.ts'
import { makePitchAction } from '../actions.ts'

export default async function NewPitchPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'pitch')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  return (
    <>
      <title>Pitch a story · Newsroom</title>
      <PageHeader title="Pitch a story" lead="If the editors accept it, it becomes a draft of yours." />
      <PitchForm action={makePitchAction} submit="Pitch it" sections={await sectionChoices(actor)} />
    </>
  )
}
