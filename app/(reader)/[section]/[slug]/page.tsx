import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { AfterStory } from '#components/reader/after-story.tsx'
import { AskForCorrection } from '#components/reader/ask-for-correction.tsx'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { Withdrawn } from '#components/reader/withdrawn.tsx'
import { PrintedFrom } from '#components/reader/printed-from.tsx'
import { Surroundings } from '#components/reader/story-surroundings.tsx'
import { StoryTools } from '#components/reader/story-tools.tsx'
import { StoryComments } from '#components/reader/story-comments.tsx'
import { JsonLd } from '#components/story/json-ld.tsx'
import { Story } from '#components/story/story.tsx'
import { hasGallery } from '#domain/document/schema.ts'
import { authorFeeds, feedLinks } from '#domain/feeds/addresses.ts'
import { SOCIAL_SIZE } from '#domain/picture-crop.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { socialPath } from '#server/look/published.ts'
import { publishedComments } from '#server/comments/published.ts'
import { publishedInPrint } from '#server/print/published.ts'
import { publishedMostRead, publishedReading } from '#server/reads/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedStory, storySurroundings } from '#server/stories/published.ts'
import { publishedSupport } from '#server/support/published.ts'
import { siteOrigin } from '../../site-url.ts'

type Props = { params: Promise<{ section: string; slug: string }> }

// Next wants one address at build time, when there is no database; '-' can be no story's.
export function generateStaticParams() {
  return [{ section: '-', slug: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, slug } = await params
  const [paper, answer] = [await publishedPaper(), await publishedStory(section, slug)]
  const { missing } = wordsOf(paper.language)
  switch (answer.kind) {
    case 'none':
      return { title: missing.name, robots: { index: false } }
    case 'withdrawn':
      return { title: missing.withdrawn, description: null, robots: { index: false } }
    case 'moved':
      return {}
    case 'story': {
      const { headline, deck, publishedAt, updatedAt, lead, section: of, bylines } = answer.story
      const feeds = [...(of === null ? [] : [{ of: { kind: 'section' as const, slug: of.slug }, name: of.name }]), ...authorFeeds(bylines)]
      const said = wordsOf(paper.language).frame.socialAlt(headline, paper.name)
      const alt = lead === null || lead.alt === '' ? said : `${said}. ${lead.alt}`
      const images = [{ url: socialPath(paper, answer.path, answer.story), ...SOCIAL_SIZE, type: 'image/jpeg', alt }]
      const times = publishedAt === null ? {} : { publishedTime: publishedAt, modifiedTime: updatedAt ?? publishedAt }
      return {
        title: headline,
        description: deck === '' ? null : deck,
        alternates: { canonical: answer.path, types: feedLinks(paper, feeds) },
        ...(answer.findable ? {} : { robots: { index: false } }),
        openGraph: { type: 'article', siteName: paper.name, locale: openGraphLocale(paper.language), title: headline, url: answer.path, ...(deck === '' ? {} : { description: deck }), ...times, images },
        twitter: { card: 'summary_large_image' },
      }
    }
  }
}

export default async function StoryPage({ params }: Props) {
  const { section, slug } = await params
  // All at once: none waits for another, and where there is no story the others find nothing.
  const [paper, answer, surroundings, comments, inPrint, mostRead, support, reading] = await Promise.all([
    publishedPaper(), publishedStory(section, slug), storySurroundings(section, slug), publishedComments(section, slug, null),
    publishedInPrint(section, slug), publishedMostRead(), publishedSupport(), publishedReading(),
  ])
  switch (answer.kind) {
    case 'moved':
      return permanentRedirect(answer.path)
    case 'none':
      return (
        <PageFrame paper={paper}>
          <NotInThePaper language={paper.language} />
        </PageFrame>
      )
    case 'withdrawn':
      return (
        <PageFrame paper={paper}>
          <Withdrawn at={answer.at} statement={answer.statement} paper={paper} />
        </PageFrame>
      )
    case 'story':
      return (
        <PageFrame paper={paper} current={answer.story.section?.slug ?? null}>
          <Story
            story={answer.story}
            timeZone={paper.timeZone}
            language={paper.language}
            tools={<StoryTools headline={answer.story.headline} url={`${siteOrigin()}${answer.path}`} language={paper.language} />}
          />
          <Surroundings story={answer.story} surroundings={surroundings} timeZone={paper.timeZone} language={paper.language} />
          <AskForCorrection path={answer.path} language={paper.language} />
          <StoryComments view={comments} path={answer.path} paper={paper} form />
          <AfterStory paper={paper} path={answer.path} inPrint={inPrint} mostRead={mostRead} support={support} reading={reading} />
          <PrintedFrom paper={paper} url={`${siteOrigin()}${answer.path}`} />
          {hasGallery(answer.story.body) && <script type="module" src="/elements/gallery.js" async />}
          <JsonLd story={answer.story} place={{ paper: paper.name, origin: siteOrigin(), path: answer.path, language: paper.language }} />
        </PageFrame>
      )
  }
}
