import { StoryDate } from '#components/story/story-date.tsx'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { Notice } from './notice.tsx'
import { PageStatus } from './page-status.tsx'

/** What a reader gets at the address of a withdrawn story: HTTP 410, the paper's `statement` ('' = none), and nothing of what the story said. */
export function Withdrawn({ at, statement, paper: { timeZone, language } }: { at: string; statement: string; paper: PaperView }) {
  const words = wordsOf(language).missing
  return (
    <Notice title={words.withdrawnTitle}>
      <PageStatus code={410} />
      <p>
        {words.withdrawnOn[0]}
        <StoryDate at={at} timeZone={timeZone} />
        {words.withdrawnOn[1]}
      </p>
      {statement !== '' && (
        <p className="withdrawn-statement" dir="auto">
          {statement}
        </p>
      )}
      <p>
        <a href="/">{words.frontPage}</a>
      </p>
      <p>
        <a href="/search">{words.search}</a>
      </p>
    </Notice>
  )
}
