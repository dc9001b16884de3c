import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { RequestForm } from '#components/reader/request-form.tsx'
import { TakedownPolicy } from '#components/reader/takedown-policy.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language, name } = await publishedPaper()
  return { title: `${wordsOf(language).requests.ask} | ${name}`, robots: { index: false } }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

export default async function RequestPage({ searchParams }: Props) {
  const { story, draft: token } = await searchParams
  const draft = one(token) === undefined ? null : await keptForm(one(token) ?? '')
  const paper = await publishedPaper()
  const words = wordsOf(paper.language).requests
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>{words.askTitle}</h1>
        <TakedownPolicy language={paper.language} />
        {one(token) !== undefined && draft === null && <p className="form-problems">{words.notKept}</p>}
        <RequestForm values={draft?.values ?? { story: (one(story) ?? '').slice(0, 500) }} problems={draft?.problems ?? []} language={paper.language} />
      </article>
    </PageFrame>
  )
}
