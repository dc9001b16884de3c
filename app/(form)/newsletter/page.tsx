import type { Metadata } from 'next'
import { NewsletterForm } from '#components/reader/newsletter-form.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { newsletterIsOpen } from '#server/newsletter/published.ts'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  const { title, lead } = wordsOf(language).newsletter
  return { title: `${title} | ${name}`, description: lead }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

export default async function NewsletterPage({ searchParams }: Props) {
  const asked = await searchParams
  const [done, token] = [one(asked['done']), one(asked['draft'])]
  const [paper, open, draft] = [await publishedPaper(), await newsletterIsOpen(), token === undefined ? null : await keptForm(token)]
  const { newsletter: words, forms } = wordsOf(paper.language)
  const answers: Readonly<Record<string, [string, string]>> = { sent: [words.sentTitle, words.sent], confirmed: [words.confirmedTitle, words.confirmed], left: [words.leftTitle, words.left], over: [words.overTitle, words.over] }
  const answer = done !== undefined && Object.hasOwn(answers, done) ? answers[done] : undefined
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{answer?.[0] ?? words.title}</h1>
        <p className="plain-page-lead">{answer?.[1] ?? (open ? words.lead : words.closed)}</p>
        {answer === undefined && open && (
          <>
            {token !== undefined && draft === null && <p className="form-problems">{words.gone}</p>}
            <NewsletterForm words={words} trap={forms.trap} values={draft?.values ?? {}} problems={draft?.problems ?? []} />
          </>
        )}
        {(answer !== undefined || !open) && (
          <p>
            <a href={done === 'over' ? '/newsletter' : '/'}>{done === 'over' ? words.again : words.front}</a>
          </p>
        )}
      </article>
    </PageFrame>
  )
}
