import type { Metadata } from 'next'
import { ArchiveYears } from '#components/reader/lists/archive-months.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedArchive } from '#server/archive/published.ts'
import { publishedPaper } from '#server/settings/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const words = wordsOf(language).lists
  return { title: words.archive, description: words.aboutArchive(name), alternates: { canonical: '/archive', types: feedLinks({ name, language }) } }
}

export default async function ArchivePage() {
  const [paper, archive] = [await publishedPaper(), await publishedArchive()]
  return (
    <PageFrame paper={paper}>
      <ArchiveYears paper={paper} archive={archive} />
    </PageFrame>
  )
}
