import type { Metadata } from 'next'
import { CorrectionList } from '#components/reader/correction-list.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { publishedCorrections } from '#server/corrections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export const metadata: Metadata = { title: 'Older corrections', robots: { index: false, follow: true } }

// Next wants one address at build time, when there is no database; '-' can be no note's.
export function generateStaticParams() {
  return [{ id: '-' }]
}

export default async function OlderCorrectionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [paper, page] = [await publishedPaper(), await publishedCorrections(id)]
  return (
    <PageFrame paper={paper}>
      {page === null ? (
        <NotInThePaper />
      ) : (
        <article className="plain-page">
          <h1>Older corrections</h1>
          <p>
            <a href="/corrections">The newest corrections</a>
          </p>
          <CorrectionList page={page} timeZone={paper.timeZone} />
        </article>
      )}
    </PageFrame>
  )
}
