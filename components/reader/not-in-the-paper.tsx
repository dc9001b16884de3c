import { Notice } from './notice.tsx'
import { PageStatus } from './page-status.tsx'

/** What a reader gets where nothing is: HTTP 404. */
export function NotInThePaper() {
  return (
    <Notice title="That page is not in the paper">
      <PageStatus code={404} />
      <p>The address may hold a typing mistake, or the page was never here.</p>
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </Notice>
  )
}
