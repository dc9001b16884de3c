import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { confirmationWorks } from '#server/newsletter/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  return { title: `${wordsOf(language).newsletter.title} | ${name}`, robots: { index: false }, referrer: 'same-origin' }
}

/** The link of a mail opens it; only its button confirms. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [paper, works] = [await publishedPaper(), await confirmationWorks(token)]
  const words = wordsOf(paper.language).newsletter
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{works ? words.confirmTitle : words.overTitle}</h1>
        <p className="plain-page-lead">{works ? words.confirm : words.over}</p>
        {works ? (
          <form method="post" action="/api/newsletter/confirm" className="reader-form">
            <input type="hidden" name="token" value={token} />
            <button type="submit">{words.confirmButton}</button>
          </form>
        ) : (
          <p>
            <a href="/newsletter">{words.again}</a>
          </p>
        )}
      </article>
    </PageFrame>
  )
}
