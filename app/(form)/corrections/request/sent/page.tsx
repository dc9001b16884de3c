import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { KEEP_SENDER_DAYS, REFERENCE } from '#domain/takedown-policy.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  return { title: `${wordsOf(language).requests.received} | ${name}`, robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SentPage({ searchParams }: Props) {
  const { reference } = await searchParams
  const paper = await publishedPaper()
  const words = wordsOf(paper.language)
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{words.requests.received}</h1>
        {typeof reference === 'string' && REFERENCE.test(reference) && (
          <p className="plain-page-lead">
            {words.requests.reference} <strong>{reference}</strong>
          </p>
        )}
        <p>{words.requests.keepNumber}</p>
        <h2>{words.requests.next}</h2>
        <ol>
          {words.requests.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          {words.requests.erased(KEEP_SENDER_DAYS)}
        </p>
        <p>
          <a href="/">{words.missing.frontPage}</a>
        </p>
      </article>
    </PageFrame>
  )
}
