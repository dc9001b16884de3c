import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { SectionFront } from '#components/reader/lists/section-front.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedSection } from '#server/sections/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ section: string; place: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ section: '-', place: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, place } = await params
  const [{ language }, found] = [await publishedPaper(), await publishedSection(section, place)]
  return { title: found.kind === 'section' ? wordsOf(language).lists.olderOf(found.section.name) : wordsOf(language).missing.name, robots: { index: false, follow: true } }
}

export default async function OlderInSectionPage({ params }: Props) {
  const { section, place } = await params
  const [paper, found] = [await publishedPaper(), await publishedSection(section, place)]
  if (found.kind === 'moved') return permanentRedirect(`${found.path}/before/${place}`)
  return (
    <PageFrame paper={paper} current={found.kind === 'section' ? (found.parent?.slug ?? section) : null}>
      {found.kind === 'section' ? <SectionFront paper={paper} of={found} older /> : <NotInThePaper language={paper.language} />}
    </PageFrame>
  )
}
