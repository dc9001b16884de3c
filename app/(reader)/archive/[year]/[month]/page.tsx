import type { Metadata } from 'next'
import { PeriodPage, periodTitle } from '#components/reader/lists/period-page.tsx'
import { archivePath, periodOf } from '#domain/archive.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPeriod } from '#server/archive/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ year: string; month: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ year: '-', month: '-' }]
}

async function found({ params }: Props) {
  const { year, month } = await params
  const period = periodOf(year, month)
  return { period, answer: await publishedPeriod(period) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ language, name }, { period, answer }] = [await publishedPaper(), await found(props)]
  if (period === null || answer.kind !== 'stories') return { title: wordsOf(language).missing.name, robots: { index: false } }
  const title = periodTitle(period, language)
  return { title, description: wordsOf(language).lists.aboutPeriod(title, name), alternates: { canonical: archivePath(period) } }
}

export default async function ArchiveOfMonthPage(props: Props) {
  return <PeriodPage paper={await publishedPaper()} answer={(await found(props)).answer} />
}
