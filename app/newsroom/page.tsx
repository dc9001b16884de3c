import { MentionLines } from '#components/newsroom/notes/mention-lines.tsx'
import { StoryLines } from '#components/newsroom/story-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskSummaries } from '#server/copydesk/summaries.ts'
import { openRequests } from '#server/requests/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { waitingFor } from '#server/stories/lists.ts'
import { waitingMentions } from '#server/stories/mentions.ts'
import { seeMentionsAction } from './stories/[id]/note-actions.ts'

export default async function WaitingPage() {
  const actor = await requireActor()
  const [paper, lines, mentions, requests] = await Promise.all([paperSettings(actor), waitingFor(actor), waitingMentions(actor), openRequests(actor)])
  const copydesk = await copydeskSummaries(actor, lines.map(({ id }) => id))
  return (
    <>
      <title>Waiting for you · Newsroom</title>
      <PageHeader
        title="Waiting for you"
        lead={lines.length === 0 ? 'Nothing waits for you right now.' : `${lines.length} ${lines.length === 1 ? 'story' : 'stories'}, longest waiting first.`}
        action={
          <a href="/newsroom/stories/new" className="button button-primary">
            New story
          </a>
        }
      />
      {requests > 0 && (
        <p className="mb-6">
          <a href="/newsroom/requests" className="text-link inline-block py-2 font-semibold">
            {requests === 1 ? 'One request from a reader is open' : `${requests} requests from readers are open`}
          </a>
        </p>
      )}
      {mentions.length > 0 && <MentionLines mentions={mentions} see={seeMentionsAction} timeZone={paper.timeZone} />}
      {lines.length > 0 && <StoryLines lines={lines} timeZone={paper.timeZone} copydesk={copydesk} />}
    </>
  )
}
