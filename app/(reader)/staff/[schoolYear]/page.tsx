import type { Metadata } from 'next'
import { MastheadPage } from '#components/reader/masthead-page.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedMasthead } from '#server/staff/published.ts'

type Props = { params: Promise<{ schoolYear: string }> }

// Next wants one address at build time, when there is no database; '-' can be no year's.
export function generateStaticParams() {
  return [{ schoolYear: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { schoolYear } = await params
  const masthead = await publishedMasthead(schoolYear)
  if (masthead === null) return { title: 'Not in the paper', robots: { index: false } }
  const { name } = await publishedPaper()
  const title = `Staff of ${schoolYear}`
  return { title, description: `Who made ${name} in ${schoolYear}.`, alternates: { canonical: `/staff/${schoolYear}`, types: feedLinks(name) }, openGraph: { type: 'website', siteName: name, title, url: `/staff/${schoolYear}` } }
}

export default async function StaffOfYearPage({ params }: Props) {
  const { schoolYear } = await params
  const [paper, masthead] = [await publishedPaper(), await publishedMasthead(schoolYear)]
  return <PageFrame paper={paper}>{masthead === null ? <NotInThePaper language={paper.language} /> : <MastheadPage masthead={masthead} />}</PageFrame>
}
