import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { SectionFront } from '#components/reader/lists/section-front.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { ScoreStrip } from '#components/reader/sports/score-strip.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedSection } from '#server/sections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedStrip } from '#server/sports/published.ts'
import { pageMetadata, PageOfThePaper } from './page-of-the-paper.tsx'

type Props = { params: Promise<{ section: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ section: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name: siteName, language } = await publishedPaper()
  const { section: slug } = await params
  const found = await publishedSection(slug)
  if (found.kind !== 'section') return pageMetadata(slug)
  const { name } = found.section
  return {
    title: name,
    description: wordsOf(language).lists.aboutSection(name, siteName),
    alternates: { canonical: `/${slug}`, types: feedLinks({ name: siteName, language }, [{ of: { kind: 'section', slug }, name }]) },
    openGraph: { type: 'website', siteName, locale: openGraphLocale(language), title: name, url: `/${slug}` },
  }
}

export default async function SectionPage({ params }: Props) {
  const { section: slug } = await params
  const [paper, found, strip] = await Promise.all([publishedPaper(), publishedSection(slug), publishedStrip()])
  if (found.kind === 'moved') return permanentRedirect(found.path)
  if (found.kind === 'none') return <PageOfThePaper slug={slug} paper={paper} />
  return (
    <PageFrame paper={paper} current={found.parent?.slug ?? slug}>
      {strip.sectionSlug === slug && <ScoreStrip lines={strip.lines} paper={paper} />}
      <SectionFront paper={paper} of={found} />
    </PageFrame>
  )
}
