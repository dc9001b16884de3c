import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { REVIEW_POLICY_NAMES } from '#domain/policy.ts'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { howWeEdit } from '#domain/review-policy.ts'
import { publishedPaper, publishedReviewPolicy } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await publishedPaper()
  return { title: 'How we edit', description: 'Who decides what this paper publishes, and how.', alternates: { canonical: '/how-we-edit', types: feedLinks(name) } }
}

export default async function HowWeEditPage() {
  const [paper, policy] = await Promise.all([publishedPaper(), publishedReviewPolicy()])
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>How we edit</h1>
        <p className="plain-page-lead">Our review policy: {REVIEW_POLICY_NAMES[policy.policy].toLowerCase()}.</p>
        {howWeEdit(policy).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </article>
    </PageFrame>
  )
}
