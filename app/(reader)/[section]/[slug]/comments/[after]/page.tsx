import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { StoryComments } from '#components/reader/story-comments.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedComments } from '#server/comments/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedStory } from '#server/stories/published.ts'

type Props = { params: Promise<{ section: string; slug: string; after: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf((await publishedPaper()).language).comments.title, robots: { index: false, follow: true } }
}

// Next wants one address at build time, when there is no database; '-' can be no story's.
export function generateStaticParams() {
  return [{ section: '-', slug: '-', after: '-' }]
}

/** The further comments on a story, behind the one named `after`. */
export default async function MoreCommentsPage({ params }: Props) {
  const { section, slug, after } = await params
  const [paper, answer, view] = [await publishedPaper(), await publishedStory(section, slug), await publishedComments(section, slug, after)]
  const words = wordsOf(paper.language).comments
  return (
    <PageFrame paper={paper}>
      {answer.kind !== 'story' || view === null ? (
        <NotInThePaper language={paper.language} />
      ) : (
        <article className="plain-page">
          <h1 dir="auto">{words.moreTitle(answer.story.headline)}</h1>
          <p>
            <a href={answer.path}>{words.first}</a>
          </p>
          <StoryComments view={view} path={answer.path} paper={paper} />
        </article>
      )}
    </PageFrame>
  )
}
