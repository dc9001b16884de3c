import type { Metadata } from 'next'
import { KeptStories } from '#components/reader/kept-stories.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await publishedPaper()
  return { title: wordsOf(language).reading.offlineTitle, robots: { index: false } }
}

export default async function OfflinePage() {
  const paper = await publishedPaper()
  return (
    <PageFrame paper={paper}>
      <KeptStories words={wordsOf(paper.language)} />
    </PageFrame>
  )
}
