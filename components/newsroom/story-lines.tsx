import { StateBadge } from '#components/ui/state-badge.tsx'
import { presenceSentence } from '#domain/together/presence.ts'
import type { StoryLine } from '#server/stories/lists.ts'
import { deskWords } from './copydesk/desk-words.ts'
import { Moment } from './time.tsx'

/** The copy desk's word on stories, by story id. */
type CopydeskSummaries = Record<string, { advisory: number; blocking: number; letStand: number }>

/** Stories a line each: what to do, headline, who, where it stands, since when. */
export function StoryLines({ lines, timeZone, copydesk = {} }: { lines: readonly (StoryLine & { todo?: string })[]; timeZone: string; copydesk?: CopydeskSummaries }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-80">
            {line.todo !== undefined && <p className="text-xs font-semibold text-accent">{line.todo}</p>}
            <a
              href={`/newsroom/stories/${line.id}${line.todo === 'Review and approve' ? '/review' : ''}`}
              className="font-serif text-lg font-semibold break-words hover:underline"
            >
              {line.headline || 'Story without a headline'}
            </a>
            <p className="text-sm text-soft">
              {[line.section ?? 'No section', line.bylines.join(', ') || 'No byline', ...(line.owner === null ? [] : [`handed to ${line.owner}`])].join(' · ')}
              {line.openNotes > 0 && ` · ${line.openNotes} open ${line.openNotes === 1 ? 'note' : 'notes'}`}
            </p>
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

function CopydeskWords({ summary }: { summary: CopydeskSummaries[string] | undefined }) {
  if (summary === undefined) return null
  return <p className={`text-sm ${summary.blocking > 0 ? 'font-semibold text-bad' : 'text-soft'}`}>Copy desk: {deskWords(summary)}</p>
}
