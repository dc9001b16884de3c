import type { Metadata } from 'next'
import { ArchiveYears } from '#components/reader/lists/archive-months.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { periodOf } from '#domain/archive.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPeriod } from '#server/archive/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ year: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ year: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year } = await params
  const [{ language, name }, found] = [await publishedPaper(), await publishedPeriod(periodOf(year))]
  if (found.kind !== 'year') return { title: wordsOf(language).missing.name, robots: { index: false } }
  const words = wordsOf(language).lists
  const title = words.schoolYear(year)
  return { title, description: words.aboutPeriod(title, name), alternates: { canonical: `/archive/${year}` } }
}

export default async function ArchiveOfYearPage({ params }: Props) {
  const { year } = await params
  const [paper, found] = [await publishedPaper(), await publishedPeriod(periodOf(year))]
  return <PageFrame paper={paper}>{found.kind === 'year' ? <ArchiveYears paper={paper} archive={{ years: [{ year, months: found.months }] }} only /> : <NotInThePaper language={paper.language} />}</PageFrame>
}
