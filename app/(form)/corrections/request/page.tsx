import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { RequestForm } from '#components/reader/request-form.tsx'
import { TakedownPolicy } from '#components/reader/takedown-policy.tsx'
import { keptForm } from '#server/reader-forms/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export const metadata: Metadata = { title: 'Ask for a correction', robots: { index: false } }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }
const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

export default async function RequestPage({ searchParams }: Props) {
  const { story, draft: token } = await searchParams
  const draft = one(token) === undefined ? null : await keptForm(one(token) ?? '')
  const paper = await publishedPaper()
  return (
    <PageFrame paper={paper}>
      <article className="plain-page">
        <h1>Ask for a correction, or for a story to be taken down</h1>
        <TakedownPolicy />
        {one(token) !== undefined && draft === null && <p className="form-problems">What you typed is no longer kept here. Go back in your browser: it may still have it.</p>}
        <RequestForm values={draft?.values ?? { story: (one(story) ?? '').slice(0, 500) }} problems={draft?.problems ?? []} />
      </article>
    </PageFrame>
  )
}
