import type { Metadata } from 'next'
import { CommentForm } from '#components/reader/comment-form.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { storyAddress } from '#domain/takedown-policy.ts'
import { wordsOf } from '#domain/words/words.ts'
import { takesCommentsNow } from '#server/comments/published.ts'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  return { title: `${wordsOf(language).comments.write} | ${name}`, robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Where a comment leads that was sent, or that has to be put right. */
export default async function SendCommentPage({ searchParams }: Props) {
  const { story, draft: token, done } = await searchParams
  const address = typeof story === 'string' ? storyAddress(story) : null
  const path = address === null ? '/' : `/${address.sectionSlug}/${address.slug}`
  const [paper, takes, draft] = [await publishedPaper(), await takesCommentsNow(path), typeof token === 'string' ? await keptForm(token) : null]
  const { comments: words, forms } = wordsOf(paper.language)
  const sent = done === 'sent'
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{sent ? words.sentTitle : takes ? words.title : words.closedTitle}</h1>
        {sent && <p className="plain-page-lead">{words.sent}</p>}
        {!sent && !takes && <p className="plain-page-lead">{words.closed}</p>}
        {!sent && takes && (
          <>
            {token !== undefined && draft === null && <p className="form-problems">{words.gone}</p>}
            <CommentForm words={words} trap={forms.trap} story={path} values={draft?.values ?? {}} problems={draft?.problems ?? []} />
          </>
        )}
        <p className="form-promise">
          <a href={path}>{words.back}</a>
        </p>
      </article>
    </PageFrame>
  )
}
