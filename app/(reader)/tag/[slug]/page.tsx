import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { TagPage } from '#components/reader/lists/tag-page.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedTag } from '#server/topics/published.ts'

type Props = { params: Promise<{ slug: string }> }

// Next wants one address at build time, when there is no database; '-' can be none.
export function generateStaticParams() {
  return [{ slug: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name: siteName, language } = await publishedPaper()
  const { slug } = await params
  const found = await publishedTag(slug)
  if (found.kind !== 'tag') return { title: wordsOf(language).missing.name, robots: { index: false } }
  const { name } = found.tag
  return { title: name, description: wordsOf(language).lists.aboutTopic(name, siteName), alternates: { canonical: `/tag/${slug}`, types: feedLinks({ name: siteName, language }, [{ of: { kind: 'tag', slug }, name }]) }, openGraph: { type: 'website', siteName, title: name, url: `/tag/${slug}` } }
}

export default async function TopicPage({ params }: Props) {
  const { slug } = await params
  const [paper, found] = [await publishedPaper(), await publishedTag(slug)]
  if (found.kind === 'moved') return permanentRedirect(found.path)
  return <PageFrame paper={paper}>{found.kind === 'tag' ? <TagPage paper={paper} of={found} /> : <NotInThePaper language={paper.language} />}</PageFrame>
}
