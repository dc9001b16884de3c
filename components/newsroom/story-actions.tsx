import { TextArea } from '#components/ui/fields.client.tsx'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { CHANGE_NAMES, type LiveChange } from '#domain/corrections.ts'
import { DECISIONS, type Decision } from '#domain/workflow.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { LiveChangeFields } from './corrections/live-change-fields.client.tsx'
import { MoveForm } from './move-form.client.tsx'
import { SendBackFields } from './review/send-back-fields.client.tsx'

type Props = {
  story: { id: string; revisionId: string; liveRevisionId: string | null; change: LiveChange | null; may: Record<Decision | 'publishCorrection', true | string> }
  /** What is unmet, where the page does not show that itself of this very moment. */
  checks: readonly UnmetCheck[]
  actions: Record<Decision, FormAction>
  /** Whether the person decides as an adviser: what they require is called by another name. */
  byAdviser: boolean
}

const FORWARD: { move: Decision; label: string; blocked: 'none' | 'writers' | 'all' }[] = [
  { move: 'submit', label: 'Hand in to the editors', blocked: 'writers' },
  { move: 'sendOn', label: 'Send on for review', blocked: 'none' },
  { move: 'approve', label: 'Approve this revision', blocked: 'all' },
  { move: 'publish', label: 'Publish now', blocked: 'all' },
]

/** What this person may do with a story now, the way forward first; nothing else is shown. */
export function StoryActions({ story, checks, actions, byAdviser }: Props) {
  const form = { storyId: story.id, revisionId: story.revisionId }
  const forward = FORWARD.filter(({ move }) => story.may[move] === true)
  const live = { storyId: story.id, revisionId: story.liveRevisionId ?? '' }
  const mayAny = DECISIONS.some((move) => story.may[move] === true)
  return (
    <div className="flex flex-col gap-4">
      {story.change !== null && (
        <p className="text-sm break-words whitespace-pre-wrap">
          Handed in as: <strong>{CHANGE_NAMES[story.change.kind]}</strong>
          {story.change.note !== '' && `. ${story.change.note}`}
        </p>
      )}
      {forward.map(({ move, label, blocked }) => (
        <div key={move} data-approve={move === 'approve' ? '' : undefined} className="flex flex-col gap-2">
          <MoveForm {...form} action={actions[move]} submit={label}>
            {story.liveRevisionId !== null && (move === 'submit' || move === 'publish') && <LiveChangeFields said={story.change} mayNote={move === 'submit' || story.may.publishCorrection} />}
          </MoveForm>
          {blocked !== 'none' && checks.length > 0 && (
            <p className="text-sm text-soft">This will be refused until every publish check is met.</p>
          )}
        </div>
      ))}
      {story.may.sendBack === true && (
        <Unfold summary="Send back with notes" id="send-back">
          <MoveForm {...form} action={actions.sendBack} submit="Send back" tone="">
            <SendBackFields byAdviser={byAdviser} />
          </MoveForm>
        </Unfold>
      )}
      {story.may.askWithdrawal === true && (
        <Unfold summary="Ask an adviser to withdraw it" id="withdraw">
          <MoveForm {...live} ofLive action={actions.askWithdrawal} submit="Ask to withdraw" tone="">
            <TextArea name="reason" label="Why it should be withdrawn" />
          </MoveForm>
        </Unfold>
      )}
      {story.may.withdraw === true && (
        <Unfold summary="Withdraw the live story" id="withdraw">
          <MoveForm {...live} ofLive action={actions.withdraw} submit="Withdraw from the paper" tone="button-danger">
            <TextArea name="reason" label="Reason, for the record" hint="Readers do not see this. A withdrawal cannot be undone." />
            <TextArea name="statement" label="What readers are told in its place" hint="The paper’s statement, at the address of the story. Left empty, it says no more than that the story was withdrawn." rows={3} />
          </MoveForm>
        </Unfold>
      )}
      {!mayAny && <p className="text-sm text-soft">Nothing for you to decide right now.</p>}
    </div>
  )
}

function Unfold({ summary, id, children }: { summary: string; id?: string; children: React.ReactNode }) {
  return (
    <details id={id} className="scroll-mt-4 rounded-md border border-rule target:border-accent">
      <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">{summary}</summary>
      <div className="border-t border-rule p-3">{children}</div>
    </details>
  )
}
