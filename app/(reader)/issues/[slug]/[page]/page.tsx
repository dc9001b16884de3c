import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { IssueGone } from '#components/reader/print/issue-gone.tsx'
import { PrintedPage } from '#components/reader/print/printed-page.tsx'
import '#components/reader/print/print.css'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedIssuePage } from '#server/print/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ slug: string; page: string }> }

// Next wants one address at build time, when there is no database; '-' can be no issue's.
export function generateStaticParams() {
  return [{ slug: '-', page: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug, page }, { name, language }] = [await params, await publishedPaper()]
  const answer = await publishedIssuePage(slug, page)
  const { print } = wordsOf(language)
  if (answer.kind !== 'issue') return { title: answer.kind === 'none' ? wordsOf(language).missing.name : print.withdrawnTitle, robots: { index: false } }
  const title = `${answer.issue.title}, ${print.page(answer.page.number).toLowerCase()}`
  return { title, alternates: { canonical: `/issues/${slug}/${page}`, types: feedLinks({ name, language }) }, openGraph: { type: 'website', siteName: name, title, url: `/issues/${slug}/${page}` } }
}

export default async function PrintedPagePage({ params }: Props) {
  const { slug, page } = await params
  const [paper, answer] = [await publishedPaper(), await publishedIssuePage(slug, page)]
  const words = wordsOf(paper.language)
  return (
    <PageFrame paper={paper}>
      {answer.kind === 'none' && <NotInThePaper language={paper.language} />}
      {answer.kind === 'withdrawn' && <IssueGone at={answer.at} paper={paper} words={words} />}
      {answer.kind === 'issue' && <PrintedPage issue={answer.issue} page={answer.page} language={paper.language} words={words} />}
    </PageFrame>
  )
}
