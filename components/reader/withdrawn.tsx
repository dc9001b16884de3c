import { StoryDate } from '#components/story/story-date.tsx'
import { Notice } from './notice.tsx'
import { PageStatus } from './page-status.tsx'

/** What a reader gets at the address of a withdrawn story: HTTP 410, the paper's `statement` ('' = none), and nothing of what the story said. */
export function Withdrawn({ at, statement, timeZone }: { at: string; statement: string; timeZone: string }) {
  return (
    <Notice title="The paper has withdrawn this story">
      <PageStatus code={410} />
      <p>
        It was taken out of the paper on <StoryDate at={at} timeZone={timeZone} />.
      </p>
      {statement !== '' && (
        <p className="withdrawn-statement" dir="auto">
          {statement}
        </p>
      )}
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </Notice>
  )
}
