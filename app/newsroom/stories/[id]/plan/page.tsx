import { NotHere } from '#components/newsroom/forbidden.tsx'
import { PitchOrigin } from '#components/newsroom/pitches/pitch-text.tsx'
import type { PlanActions } from '#components/newsroom/planning/plan-actions.ts'
import { PlanDays } from '#components/newsroom/planning/plan-days.tsx'
import { PlanPeople } from '#components/newsroom/planning/plan-people.tsx'
import { PlanPhotos } from '#components/newsroom/planning/plan-photos.tsx'
import { StoryTabs } from '#components/newsroom/story-tabs.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { pitchOf } from '#server/planning/pitch-queries.ts'
import { peopleToAssign, picturesToDeliver, storyPlan } from '#server/planning/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { askForPhotoAction, assignAction, changePhotoAction, deliverPhotoAction, giveAction, planAction, setPhotoStateAction, takePhotoAction, unassignAction, volunteerAction } from './actions.ts'

const ACTIONS: PlanActions = {
  assign: assignAction,
  unassign: unassignAction,
  give: giveAction,
  volunteer: volunteerAction,
  plan: planAction,
  askForPhoto: askForPhotoAction,
  changePhoto: changePhotoAction,
  takePhoto: takePhotoAction,
  setPhotoState: setPhotoStateAction,
  deliverPhoto: deliverPhotoAction,
}

export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const plan = await storyPlan(actor, (await params).id)
  if (plan === null) return <NotHere />
  const [people, pictures, pitch, { timeZone }] = await Promise.all([
    plan.may.assign ? peopleToAssign(actor) : [],
    plan.photos.some(({ may }) => may.work) ? picturesToDeliver(actor) : [],
    pitchOf(actor, plan.story.id),
    paperSettings(actor),
  ])
  return (
    <>
      <title>{`Plan: ${plan.story.headline} · Newsroom`}</title>
      <StoryTabs story={plan.story} page="plan" />
      <h1 className="mb-4 font-serif text-2xl font-semibold">Plan</h1>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <PlanPeople plan={plan} people={people} actions={ACTIONS} />
        <PlanDays plan={plan} action={ACTIONS.plan} />
        <PlanPhotos plan={plan} people={people} pictures={pictures} actions={ACTIONS} />
      </div>
      {pitch !== null && <PitchOrigin pitch={pitch} today={plan.today} timeZone={timeZone} />}
    </>
  )
}
