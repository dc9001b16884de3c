import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import type { CommentLine } from '#server/comments/queries.ts'
import { Moment } from '../time.tsx'

export type CommentActions = { approve: FormAction; decline: FormAction; remove: FormAction; close: FormAction; open: FormAction }
type Props = { lines: readonly CommentLine[]; shown: boolean; timeZone: string; actions: CommentActions }

/** What whoever moderates should look at twice. */
function Flags({ named, blocked }: CommentLine) {
  if (named.length + blocked.length === 0) return null
  return (
    <ul className="text-sm font-semibold text-bad">
      {named.map((passage) => (
        <li key={`named ${passage}`}>On the opt-out list: “{passage}”. It cannot be let through.</li>
      ))}
      {blocked.map((word) => (
        <li key={`blocked ${word}`}>Blocked word: “{word}”</li>
      ))}
    </ul>
  )
}

function Decision({ line, shown, actions }: { line: CommentLine; shown: boolean; actions: CommentActions }) {
  const own = <input type="hidden" name="commentId" value={line.id} />
  return (
    <div className="flex flex-wrap items-start gap-3">
      {!shown && line.named.length === 0 && (
        <ActionForm action={actions.approve} submit="Let it through">
          {own}
        </ActionForm>
      )}
      <details>
        <summary className="button cursor-pointer">{shown ? 'Take it off…' : 'Decline…'}</summary>
        <ActionForm action={shown ? actions.remove : actions.decline} submit={shown ? 'Take it off' : 'Decline'} tone="button-danger" className="mt-2 flex flex-col gap-2">
          {own}
          <TextField name="reason" label="Reason" hint={shown ? 'For the record.' : 'For the record, and mailed to whoever left an address.'} />
        </ActionForm>
      </details>
      <ActionForm action={line.story.closed ? actions.open : actions.close} submit={line.story.closed ? 'Open the story for comments again' : 'Close the story for comments'} tone="">
        <input type="hidden" name="storyId" value={line.story.id} />
      </ActionForm>
    </div>
  )
}

/** Comments, in the order given: those that wait, or those that stand on stories. */
export function CommentLines({ lines, shown, timeZone, actions }: Props) {
  if (lines.length === 0) return <p className="py-6 text-soft">{shown ? 'No comment stands on a story.' : 'No comment waits.'}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-col gap-2 py-4">
          <p className="text-sm">
            <strong dir="auto" className="break-words">
              {line.name}
            </strong>{' '}
            <span className="text-soft">
              <Moment at={line.at} timeZone={timeZone} /> on{' '}
            </span>
            {line.story.path === null ? (
              line.story.headline
            ) : (
              <a href={line.story.path} className="text-link break-words">
                {line.story.headline}
              </a>
            )}
          </p>
          <p dir="auto" className="max-w-prose font-serif break-words whitespace-pre-wrap">
            {line.text}
          </p>
          <Flags {...line} />
          {shown && line.by !== null && <p className="text-sm text-soft">Let through by {line.by}</p>}
          <Decision line={line} shown={shown} actions={actions} />
        </li>
      ))}
    </ul>
  )
}
