import type { Metadata } from 'next'
import { CorrectionList } from '#components/reader/correction-list.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { publishedCorrections } from '#server/corrections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await publishedPaper()
  return { title: 'Corrections', description: 'What this paper got wrong and put right.', alternates: { canonical: '/corrections', types: feedLinks(name) } }
}

export default async function CorrectionsPage() {
  const [paper, page] = [await publishedPaper(), await publishedCorrections(null)]
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>Corrections</h1>
        <p className="plain-page-lead">
          What we got wrong, we put right openly and with a date. <a href="/corrections/request">Ask for a correction</a>
        </p>
        <CorrectionList page={page ?? { corrections: [], next: null }} timeZone={paper.timeZone} />
      </article>
    </PageFrame>
  )
}
