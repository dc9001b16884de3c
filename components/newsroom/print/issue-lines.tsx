import type { IssueLine, IssueStanding } from '#server/print/queries.ts'
import { Moment } from '../time.tsx'

export const STANDING_WORDS: Record<IssueStanding, string> = { reading: 'Its pages are being read', unreadable: 'Could not be read', ready: 'Not published yet', live: 'Readers see it', withdrawn: 'Withdrawn' }

const named = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' })

/** An issue by its numbers and its day. */
export function countedWords({ volume, number, date }: Pick<IssueLine, 'volume' | 'number' | 'date'>): string {
  return [volume === null ? '' : `Vol. ${volume}`, number === null ? '' : `issue ${number}`, named.format(new Date(`${date}T12:00:00Z`))].filter((part) => part !== '').join(' · ')
}

/** Every printed issue, newest first. */
export function IssueLines({ issues, timeZone }: { issues: readonly IssueLine[]; timeZone: string }) {
  return (
    <section aria-label="Issues" className="panel">
      {issues.length === 0 && <p className="text-sm text-soft">No issue was uploaded yet.</p>}
      <ul className="divide-y divide-rule">
        {issues.map((issue) => (
          <li key={issue.id} className="py-3">
            <a href={`/newsroom/issues/${issue.id}`} className="text-link font-semibold">
              {issue.title}
            </a>
            <p className="text-sm">
              {STANDING_WORDS[issue.standing]} · {countedWords(issue)}
              {issue.pages > 0 && ` · ${issue.pages} pages`}
            </p>
            <p className="text-sm text-soft">
              uploaded by {issue.uploadedBy}, <Moment at={issue.uploadedAt} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
