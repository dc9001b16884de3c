import type { Metadata } from 'next'
import { SeriesPage } from '#components/reader/lists/series-page.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedSeries } from '#server/series/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ slug: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ slug: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name: siteName, language } = await publishedPaper()
  const { slug } = await params
  const series = await publishedSeries(slug)
  if (series === null) return { title: wordsOf(language).missing.name, robots: { index: false } }
  const { title, description } = series
  return { title, description: description === '' ? null : description, alternates: { canonical: `/series/${slug}`, types: feedLinks({ name: siteName, language }) }, openGraph: { type: 'website', siteName, title, url: `/series/${slug}` } }
}

export default async function SeriesOfStoriesPage({ params }: Props) {
  const { slug } = await params
  const [paper, series] = [await publishedPaper(), await publishedSeries(slug)]
  return <PageFrame paper={paper}>{series === null ? <NotInThePaper language={paper.language} /> : <SeriesPage paper={paper} series={series} />}</PageFrame>
}
