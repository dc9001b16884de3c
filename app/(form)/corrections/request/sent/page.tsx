import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { KEEP_SENDER_DAYS, REFERENCE } from '#domain/takedown-policy.ts'
import { publishedPaper } from '#server/settings/published.ts'

export const metadata: Metadata = { title: 'Your request has arrived', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SentPage({ searchParams }: Props) {
  const { reference } = await searchParams
  const paper = await publishedPaper()
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>Your request has arrived</h1>
        {typeof reference === 'string' && REFERENCE.test(reference) && (
          <p className="plain-page-lead">
            Reference number: <strong>{reference}</strong>
          </p>
        )}
        <p>Write the number down: name it if you ask us about the request.</p>
        <h2>What happens next</h2>
        <ol>
          <li>The student editors and the adviser read what you wrote, and check the story.</li>
          <li>They vote on what to do. The adviser decides, with a reason that is kept on record.</li>
          <li>If you left an e-mail address, you get an answer there. What we correct stands on the story and on our page of corrections.</li>
        </ol>
        <p>
          Your name and e-mail address are never published. They are erased {KEEP_SENDER_DAYS} days after the decision.
        </p>
        <p>
          <a href="/">Go to the front page</a>
        </p>
      </article>
    </PageFrame>
  )
}
