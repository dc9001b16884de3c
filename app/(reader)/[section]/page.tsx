import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { StoryCard } from '#components/reader/story-card.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedSection } from '#server/stories/published.ts'

type Props = { params: Promise<{ section: string }> }

// Next wants one address at build time, when there is no database; '-' can be no section's.
export function generateStaticParams() {
  return [{ section: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section: slug } = await params
  const found = await publishedSection(slug)
  if (found === null) return { title: 'Not in the paper', robots: { index: false } }
  const { name } = found.section
  const { name: siteName, language } = await publishedPaper()
  return {
    title: name,
    description: `${name} in ${siteName}.`,
    alternates: { canonical: `/${slug}`, types: feedLinks(siteName, [{ of: { kind: 'section', slug }, name }]) },
    openGraph: { type: 'website', siteName, locale: openGraphLocale(language), title: name, url: `/${slug}` },
  }
}

export default async function SectionPage({ params }: Props) {
  const { section: slug } = await params
  const [paper, found] = [await publishedPaper(), await publishedSection(slug)]
  if (found === null) {
    return (
      <PageFrame paper={paper}>
        <NotInThePaper language={paper.language} />
      </PageFrame>
    )
  }
  const [first, ...others] = found.stories
  return (
    <PageFrame paper={paper} current={slug}>
      <h1 className="section-name">{found.section.name}</h1>
      {first === undefined ? (
        <p className="empty-paper">Nothing has been published in this section yet.</p>
      ) : (
        <>
          <div className="section-lead">
            <StoryCard story={first} timeZone={paper.timeZone} size="lead" level="h2" />
          </div>
          <div className="section-rows">
            {others.map((story) => (
              <StoryCard key={story.path} story={story} timeZone={paper.timeZone} size="row" level="h2" />
            ))}
          </div>
        </>
      )}
    </PageFrame>
  )
}
