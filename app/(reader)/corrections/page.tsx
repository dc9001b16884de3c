import type { Metadata } from 'next'
import { CorrectionList } from '#components/reader/correction-list.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedCorrections } from '#server/corrections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const words = wordsOf(language).requests
  return { title: words.corrections, description: words.correctionsAbout, alternates: { canonical: '/corrections', types: feedLinks({ name, language }) } }
}

export default async function CorrectionsPage() {
  const [paper, page] = [await publishedPaper(), await publishedCorrections(null)]
  const words = wordsOf(paper.language).requests
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{words.corrections}</h1>
        <p className="plain-page-lead">
          {words.correctionsLead} <a href="/corrections/request">{words.ask}</a>
        </p>
        <CorrectionList page={page ?? { corrections: [], next: null }} paper={paper} />
      </article>
    </PageFrame>
  )
}
