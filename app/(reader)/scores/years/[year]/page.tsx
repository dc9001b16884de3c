import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { ScoresPage } from '#components/reader/sports/scores-page.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedScores } from '#server/sports/published.ts'

type Props = { params: Promise<{ year: string }> }

// Next wants one address at build time, when there is no database; '-' can be no school year.
export function generateStaticParams() {
  return [{ year: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ year }, { language }] = [await params, await publishedPaper()]
  const { teams } = await publishedScores(year)
  if (teams.length === 0) return { title: wordsOf(language).missing.name, robots: { index: false } }
  return { title: `${wordsOf(language).sports.scores} ${year}`, alternates: { canonical: `/scores/years/${year}` } }
}

export default async function YearScoresPage({ params }: Props) {
  const { year } = await params
  const [paper, scores] = [await publishedPaper(), await publishedScores(year)]
  return <PageFrame paper={paper}>{scores.teams.length === 0 ? <NotInThePaper language={paper.language} /> : <ScoresPage scores={scores} timeZone={paper.timeZone} language={paper.language} />}</PageFrame>
}
