import { Moment } from './time.tsx'

const KINDS: Record<string, string> = {
  'story.created': 'started the story',
  'story.edited': 'edited the story',
  'story.submit': 'handed it in',
  'story.sendOn': 'sent it on for review',
  'story.sendBack': 'sent it back',
  'story.approve': 'approved it',
  'story.publish': 'published it',
  'story.askWithdrawal': 'asked to withdraw it',
  'story.withdraw': 'withdrew it',
  'note.resolved': 'settled a note',
}

type Props = { events: readonly { id: string; at: string; who: string; kind: string; revision: number | null; note: string | null }[]; timeZone: string }

/** What happened, newest first: who, what, on which revision, when. */
export function Timeline({ events, timeZone }: Props) {
  return (
    <ol className="flex flex-col gap-3 border-l-2 border-rule pl-4">
      {events.map((event) => (
        <li key={event.id}>
          <p>
            <span className="font-semibold">{event.who}</span> {KINDS[event.kind] ?? event.kind}
            {event.revision !== null && <span className="text-soft"> · revision {event.revision}</span>}
            <span className="text-sm text-soft">
              {' · '}
              <Moment at={event.at} timeZone={timeZone} />
            </span>
          </p>
          {event.note !== null && <blockquote className="mt-1 border-l-4 border-rule pl-3 text-sm whitespace-pre-wrap">{event.note}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
