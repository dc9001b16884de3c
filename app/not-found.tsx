import type { Metadata } from 'next'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import '#components/story/story.css'
import './(reader)/reader.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf((await publishedPaper()).language).missing.name, robots: { index: false } }
}

/** Addresses that no route knows. */
export default async function NotFound() {
  const paper = await publishedPaper()
  return (
    <PageFrame paper={paper}>
      <NotInThePaper language={paper.language} />
    </PageFrame>
  )
}
