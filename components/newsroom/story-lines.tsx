import { StateBadge } from '#components/ui/state-badge.tsx'
import type { Due } from '#domain/planning/dues.ts'
import { presenceSentence } from '#domain/together/presence.ts'
import type { QueueFacts } from '#server/reviews/queue.ts'
import type { StoryLine } from '#server/stories/lists.ts'
import { deskWords } from './copydesk/desk-words.ts'
import { DueMark } from './planning/due-mark.tsx'
import { Moment } from './time.tsx'

/** The copy desk's word on stories, by story id. */
type CopydeskSummaries = Record<string, { advisory: number; blocking: number; letStand: number }>

type Props = {
  lines: readonly (StoryLine & { todo?: string; toReview?: boolean })[]
  timeZone: string
  copydesk?: CopydeskSummaries
  /** What the queue tells of each story, by its id. */
  facts?: Record<string, QueueFacts>
  /** What is due of them, by story id, and the day at school. */
  plans?: { dues: Record<string, Due[]>; today: string }
}

/** Stories a line each: what to do, headline, who, where it stands, since when. */
export function StoryLines({ lines, timeZone, copydesk = {}, facts = {}, plans }: Props) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-80">
            {line.todo !== undefined && <p className={`text-xs font-semibold break-words ${line.planFailed ? 'text-bad' : 'text-accent'}`}>{line.todo}</p>}
            <a
              href={`/newsroom/stories/${line.id}${pageOf(line)}`}
              className="font-serif text-lg font-semibold break-words hover:underline"
            >
              {line.headline || (line.kind === 'PAGE' ? 'Page without a title' : 'Story without a headline')}
            </a>
            <p className="text-sm text-soft">
              {[...(line.kind === 'PAGE' ? ['Page of the paper'] : [line.section ?? 'No section', line.bylines.join(', ') || 'No byline']), ...(line.owner === null ? [] : [`handed to ${line.owner}`])].join(' · ')}
              {line.openNotes > 0 && ` · ${line.openNotes} open ${line.openNotes === 1 ? 'note' : 'notes'}`}
            </p>
            <Facts facts={facts[line.id]} timeZone={timeZone} />
            {line.plans.map(({ words, failed }) => (
              <p key={words} className={`text-sm break-words ${failed ? 'font-semibold text-bad' : 'text-soft'}`}>
                {words}
              </p>
            ))}
            {plans?.dues[line.id]?.map((due, at) => (
              <p key={at} className="text-sm">
                <DueMark due={due} today={plans.today} />
              </p>
            ))}
            <CopydeskWords summary={copydesk[line.id]} />
            {line.present.length > 0 && (
              <p className="flex items-center gap-1.5 text-sm font-medium">
                <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" />
                <span className="min-w-0 break-words">{presenceSentence(line.present)}</span>
              </p>
            )}
          </div>
          <StateBadge state={line.state} live={line.live} />
          <p className="text-sm text-soft">
            since <Moment at={line.since} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Where somebody goes from a line: to what they are asked to do. */
function pageOf({ toReview, planFailed }: StoryLine & { toReview?: boolean }): string {
  if (planFailed) return '/schedule'
  return toReview === true ? '/review' : ''
}

function Facts({ facts, timeZone }: { facts: QueueFacts | undefined; timeZone: string }) {
  if (facts === undefined) return null
  const { change, unmet, blockingNotes, dueAt } = facts
  const blocking = [unmet > 0 ? `${unmet} ${unmet === 1 ? 'publish check' : 'publish checks'} unmet` : '', blockingNotes > 0 ? `${blockingNotes} blocking ${blockingNotes === 1 ? 'note' : 'notes'}` : ''].filter((part) => part !== '')
  return (
    <p className="text-sm text-soft">
      {change}
      {blocking.length > 0 && <span className="font-semibold text-bad"> · {blocking.join(' · ')}</span>}
      {dueAt !== null && (
        <>
          {' '}
          · decide by <Moment at={dueAt} timeZone={timeZone} />
        </>
      )}
    </p>
  )
}

function CopydeskWords({ summary }: { summary: CopydeskSummaries[string] | undefined }) {
  if (summary === undefined) return null
  return <p className={`text-sm ${summary.blocking > 0 ? 'font-semibold text-bad' : 'text-soft'}`}>Copy desk: {deskWords(summary)}</p>
}
