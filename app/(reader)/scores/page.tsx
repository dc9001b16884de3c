import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { ScoresPage } from '#components/reader/sports/scores-page.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedScores } from '#server/sports/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const words = wordsOf(language).sports
  return { title: words.scores, description: words.lead, alternates: { canonical: '/scores', types: feedLinks({ name, language }) } }
}

export default async function AllScoresPage() {
  const [paper, scores] = await Promise.all([publishedPaper(), publishedScores()])
  return (
    <PageFrame paper={paper}>
      <ScoresPage scores={scores} timeZone={paper.timeZone} language={paper.language} />
    </PageFrame>
  )
}
