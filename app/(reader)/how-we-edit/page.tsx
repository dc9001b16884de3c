import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { howWeEdit } from '#domain/review-policy.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper, publishedReviewPolicy } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const words = wordsOf(language).editing
  return { title: words.title, description: words.about, alternates: { canonical: '/how-we-edit', types: feedLinks({ name, language }) } }
}

export default async function HowWeEditPage() {
  const [paper, policy] = await Promise.all([publishedPaper(), publishedReviewPolicy()])
  const words = wordsOf(paper.language).editing
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{words.title}</h1>
        <p className="plain-page-lead">{words.policy(words.policies[policy.policy])}</p>
        {howWeEdit(policy, words).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </article>
    </PageFrame>
  )
}
