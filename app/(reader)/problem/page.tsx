import type { Metadata } from 'next'
import { Notice } from '#components/reader/notice.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf((await publishedPaper()).language).missing.problem, robots: { index: false } }
}

/** What our server sends with every 5xx: made beforehand, so that it needs nothing that may be broken. */
export default async function ProblemPage() {
  const paper = await publishedPaper()
  const words = wordsOf(paper.language).missing
  return (
    <PageFrame paper={paper}>
      <Notice title={words.problemTitle}>
        <p>{words.problemWords}</p>
        <p>
          <a href="/">{words.frontPage}</a>
        </p>
      </Notice>
    </PageFrame>
  )
}
