import type { Metadata } from 'next'
import { TipForm } from '#components/reader/letter-forms.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  const { tipTitle, tipLead } = wordsOf(language).letters
  return { title: `${tipTitle} | ${name}`, description: tipLead }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function TipsPage({ searchParams }: Props) {
  const { draft: token, done } = await searchParams
  const [paper, draft] = [await publishedPaper(), typeof token === 'string' ? await keptForm(token) : null]
  const { letters: words, forms } = wordsOf(paper.language)
  const sent = done === 'sent'
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{sent ? words.sentTitle : words.tipTitle}</h1>
        <p className="plain-page-lead">{sent ? words.tipSent : words.tipLead}</p>
        {sent ? (
          <p>
            <a href="/">{words.front}</a>
          </p>
        ) : (
          <>
            <p>{words.tipKept}</p>
            <p>{words.tipCare}</p>
            {token !== undefined && draft === null && <p className="form-problems">{words.gone}</p>}
            <TipForm words={words} trap={forms.trap} values={draft?.values ?? {}} problems={draft?.problems ?? []} />
          </>
        )}
      </article>
    </PageFrame>
  )
}
