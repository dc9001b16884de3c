import type { Metadata } from 'next'
import { Notice } from '#components/reader/notice.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { publishedPaper } from '#server/settings/published.ts'

export const metadata: Metadata = { title: 'A problem at the press', robots: { index: false } }

/** What our server sends with every 5xx: made beforehand, so that it needs nothing that may be broken. */
export default async function ProblemPage() {
  return (
    <PageFrame paper={await publishedPaper()}>
      <Notice title="The paper has a problem at the press">
        <p>This page could not be printed just now. It is not your fault, and nothing is lost. Please try again in a minute.</p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </Notice>
    </PageFrame>
  )
}
