import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { IssueList } from '#components/reader/print/issue-list.tsx'
import '#components/reader/print/print.css'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedIssues } from '#server/print/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const { print } = wordsOf(language)
  return { title: print.issues, description: print.lead, alternates: { canonical: '/issues', types: feedLinks({ name, language }) } }
}

export default async function IssuesPage() {
  const [paper, issues] = [await publishedPaper(), await publishedIssues()]
  return (
    <PageFrame paper={paper}>
      <IssueList issues={issues} language={paper.language} words={wordsOf(paper.language)} />
    </PageFrame>
  )
}
