import type { Metadata } from 'next'
import { CorrectionList } from '#components/reader/correction-list.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedCorrections } from '#server/corrections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf((await publishedPaper()).language).requests.olderCorrections, robots: { index: false, follow: true } }
}

// Next wants one address at build time, when there is no database; '-' can be no note's.
export function generateStaticParams() {
  return [{ id: '-' }]
}

export default async function OlderCorrectionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [paper, page] = [await publishedPaper(), await publishedCorrections(id)]
  const words = wordsOf(paper.language).requests
  return (
    <PageFrame paper={paper}>
      {page === null ? (
        <NotInThePaper language={paper.language} />
      ) : (
        <article className="plain-page">
          <h1>{words.olderCorrections}</h1>
          <p>
            <a href="/corrections">{words.newestCorrections}</a>
          </p>
          <CorrectionList page={page} paper={paper} />
        </article>
      )}
    </PageFrame>
  )
}
