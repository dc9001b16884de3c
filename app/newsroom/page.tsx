import { MentionLines } from '#components/newsroom/notes/mention-lines.tsx'
import { StoryLines } from '#components/newsroom/story-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskSummaries } from '#server/copydesk/summaries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { queueFacts } from '#server/reviews/queue.ts'
import { waitingFor } from '#server/stories/waiting.ts'
import { waitingMentions } from '#server/stories/mentions.ts'
import { seeMentionsAction } from './stories/[id]/note-actions.ts'

export default async function WaitingPage() {
  const actor = await requireActor()
  const [paper, lines, mentions] = await Promise.all([paperSettings(actor), waitingFor(actor), waitingMentions(actor)])
  const ids = lines.map(({ id }) => id)
  const [copydesk, facts] = await Promise.all([copydeskSummaries(actor, ids), queueFacts(actor, ids)])
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
      {mentions.length > 0 && <MentionLines mentions={mentions} see={seeMentionsAction} timeZone={paper.timeZone} />}
      {lines.length > 0 && <StoryLines lines={lines} timeZone={paper.timeZone} copydesk={copydesk} facts={facts} />}
    </>
  )
}
