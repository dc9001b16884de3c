import { MentionLines } from '#components/newsroom/notes/mention-lines.tsx'
import { PhotosToTake, PitchAnswers, PitchesToAnswer } from '#components/newsroom/planning/waiting-plans.tsx'
import { StoryLines } from '#components/newsroom/story-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { copydeskSummaries } from '#server/copydesk/summaries.ts'
import { failedFronts } from '#server/front-page/queries.ts'
import { pitchesToAnswer, unseenAnswers } from '#server/planning/pitch-queries.ts'
import { duesByStory, waitingPhotos } from '#server/planning/queries.ts'
import { openRequests } from '#server/requests/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { queueFacts } from '#server/reviews/queue.ts'
import { waitingFor } from '#server/stories/waiting.ts'
import { waitingMentions } from '#server/stories/mentions.ts'
import { seePitchAnswerAction } from './pitches/actions.ts'
import { seeMentionsAction } from './stories/[id]/note-actions.ts'

export default async function WaitingPage() {
  const actor = await requireActor()
  const [paper, lines, mentions, requests, failed] = await Promise.all([paperSettings(actor), waitingFor(actor), waitingMentions(actor), openRequests(actor), failedFronts(actor)])
  const ids = lines.map(({ id }) => id)
  const [copydesk, facts, answers, pitches, { photos, today }, { dues }] = await Promise.all([
    copydeskSummaries(actor, ids), queueFacts(actor, ids), unseenAnswers(actor), pitchesToAnswer(actor), waitingPhotos(actor), duesByStory(actor, ids),
  ])
  return (
    <>
      <title>Waiting for you · Newsroom</title>
      <PageHeader
        title="Waiting for you"
        lead={lines.length === 0 ? 'No story waits for you right now.' : lines.length === 1 ? 'One story.' : `${lines.length} stories, by the day they are planned for, then by how long they wait.`}
        action={
          <a href="/newsroom/stories/new" className="button button-primary">
            New story
          </a>
        }
      />
      {failed > 0 && (
        <p className="mb-6">
          <a href="/newsroom/front#scheduled" className="text-link inline-block py-2 font-semibold text-bad">
            {failed === 1 ? 'A scheduled front page was not published' : `${failed} scheduled front pages were not published`}
          </a>
        </p>
      )}
      <PitchAnswers answers={answers} see={seePitchAnswerAction} />
      {requests > 0 && (
        <p className="mb-6">
          <a href="/newsroom/requests" className="text-link inline-block py-2 font-semibold">
            {requests === 1 ? 'One request from a reader is open' : `${requests} requests from readers are open`}
          </a>
        </p>
      )}
      {mentions.length > 0 && <MentionLines mentions={mentions} see={seeMentionsAction} timeZone={paper.timeZone} />}
      <PhotosToTake photos={photos} today={today} />
      <PitchesToAnswer count={pitches} />
      {lines.length > 0 && <StoryLines lines={lines} timeZone={paper.timeZone} copydesk={copydesk} facts={facts} plans={{ dues, today }} />}
    </>
  )
}
