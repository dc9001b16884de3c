import type { Metadata } from 'next'
import { LetterForm } from '#components/reader/letter-forms.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  const { letterTitle, letterLead } = wordsOf(language).letters
  return { title: `${letterTitle} | ${name}`, description: letterLead }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function LettersPage({ searchParams }: Props) {
  const { draft: token, done } = await searchParams
  const [paper, draft] = [await publishedPaper(), typeof token === 'string' ? await keptForm(token) : null]
  const { letters: words, forms } = wordsOf(paper.language)
  const sent = done === 'sent'
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{sent ? words.sentTitle : words.letterTitle}</h1>
        <p className="plain-page-lead">{sent ? words.letterSent : words.letterLead}</p>
        {sent ? (
          <p>
            <a href="/">{words.front}</a>
          </p>
        ) : (
          <>
            <h2>{words.rules}</h2>
            <ul>
              {words.ruleList.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
            {token !== undefined && draft === null && <p className="form-problems">{words.gone}</p>}
            <LetterForm words={words} trap={forms.trap} values={draft?.values ?? {}} problems={draft?.problems ?? []} />
            <p className="form-promise">
              {words.toTips} <a href="/tips">{words.toTipsLink}</a>
            </p>
          </>
        )}
      </article>
    </PageFrame>
  )
}
