import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  return { title: `${wordsOf(language).newsletter.title} | ${name}`, robots: { index: false }, referrer: 'same-origin' }
}

/** The link of each mail opens it; only its button takes somebody off. It looks the same for a link that is nobody's. */
export default async function LeavePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const paper = await publishedPaper()
  const words = wordsOf(paper.language).newsletter
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{words.leaveTitle}</h1>
        <p className="plain-page-lead">{words.leave}</p>
        <form method="post" action={`/api/newsletter/leave/${encodeURIComponent(token)}`} className="reader-form">
          <input type="hidden" name="from" value="page" />
          <button type="submit">{words.leaveButton}</button>
        </form>
      </article>
    </PageFrame>
  )
}
