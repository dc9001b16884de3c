import { dayIn } from '#domain/day.ts'
import type { PaperView } from '#domain/story-view.ts'
import type { Words } from '#domain/words/words.ts'
import { Notice } from '../notice.tsx'
import { PageStatus } from '../page-status.tsx'
import { dayWords } from './issue-words.ts'

/** What a reader gets at the addresses of an issue that was withdrawn: HTTP 410, and nothing of what stood in it. */
export function IssueGone({ at, paper, words }: { at: string; paper: PaperView; words: Words }) {
  return (
    <Notice title={words.print.withdrawnTitle}>
      <PageStatus code={410} />
      <p>{words.print.withdrawn(dayWords(dayIn(new Date(at), paper.timeZone), paper.language))}</p>
      <p>
        <a href="/issues">{words.print.allIssues}</a>
      </p>
    </Notice>
  )
}
