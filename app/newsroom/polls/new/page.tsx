import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PollForm } from '#components/newsroom/polls/poll-form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { makePollAction } from '../actions.ts'

export default async function NewPollPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'makePoll')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const { timeZone } = await paperSettings(actor)
  return (
    <>
      <title>Make a poll · Newsroom</title>
      <PageHeader title="Make a poll" lead="Readers vote once a browser, without a cookie: take it as a conversation, not as a survey." />
      <PollForm action={makePollAction} submit="Make the poll" timeZone={timeZone} />
    </>
  )
}
