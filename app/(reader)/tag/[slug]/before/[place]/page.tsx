import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { TagPage } from '#components/reader/lists/tag-page.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedTag } from '#server/topics/published.ts'

type Props = { params: Promise<{ slug: string; place: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ slug: '-', place: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, place } = await params
  const [{ language }, found] = [await publishedPaper(), await publishedTag(slug, place)]
  return { title: found.kind === 'tag' ? wordsOf(language).lists.olderOf(found.tag.name) : wordsOf(language).missing.name, robots: { index: false, follow: true } }
}

export default async function OlderOnTopicPage({ params }: Props) {
  const { slug, place } = await params
  const [paper, found] = [await publishedPaper(), await publishedTag(slug, place)]
  if (found.kind === 'moved') return permanentRedirect(`${found.path}/before/${place}`)
  return <PageFrame paper={paper}>{found.kind === 'tag' ? <TagPage paper={paper} of={found} older /> : <NotInThePaper language={paper.language} />}</PageFrame>
}
