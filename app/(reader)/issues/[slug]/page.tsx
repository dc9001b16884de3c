import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { IssueGone } from '#components/reader/print/issue-gone.tsx'
import { IssuePageList } from '#components/reader/print/issue-page-list.tsx'
import '#components/reader/print/print.css'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedIssue } from '#server/print/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

type Props = { params: Promise<{ slug: string }> }

// Next wants one address at build time, when there is no database; '-' can be no issue's.
export function generateStaticParams() {
  return [{ slug: '-' }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, { name, language }] = [await params, await publishedPaper()]
  const answer = await publishedIssue(slug)
  if (answer.kind !== 'issue') return { title: answer.kind === 'none' ? wordsOf(language).missing.name : wordsOf(language).print.withdrawnTitle, robots: { index: false } }
  return { title: answer.issue.title, alternates: { canonical: `/issues/${slug}`, types: feedLinks({ name, language }) }, openGraph: { type: 'website', siteName: name, title: answer.issue.title, url: `/issues/${slug}` } }
}

export default async function IssuePage({ params }: Props) {
  const [paper, answer] = [await publishedPaper(), await publishedIssue((await params).slug)]
  const words = wordsOf(paper.language)
  return (
    <PageFrame paper={paper}>
      {answer.kind === 'none' && <NotInThePaper language={paper.language} />}
      {answer.kind === 'withdrawn' && <IssueGone at={answer.at} paper={paper} words={words} />}
      {answer.kind === 'issue' && <IssuePageList issue={answer.issue} language={paper.language} words={words} />}
    </PageFrame>
  )
}
