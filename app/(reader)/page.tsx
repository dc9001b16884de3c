import type { Metadata } from 'next'
import { FrontSheet } from '#components/reader/front-sheet.tsx'
import { MostRead } from '#components/reader/most-read.tsx'
import { PageScripts } from '#components/reader/page-scripts.tsx'
import { Advertisement } from '#components/reader/support/advertisement.tsx'
import { DonationBox } from '#components/reader/support/donation-box.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedFront } from '#server/front-page/published.ts'
import { publishedMostRead, publishedReading } from '#server/reads/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedStrip } from '#server/sports/published.ts'
import { publishedSupport } from '#server/support/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, motto, language } = await publishedPaper()
  return { title: { absolute: motto === '' ? name : `${name} | ${motto}` }, alternates: { canonical: '/', types: feedLinks({ name, language }) } }
}

export default async function FrontPage() {
  const [paper, support, { lines }, mostRead, reading, front] = await Promise.all([publishedPaper(), publishedSupport(), publishedStrip(), publishedMostRead(), publishedReading(), publishedFront()])
  const words = wordsOf(paper.language)
  const after = (
    <>
      <MostRead stories={mostRead} words={words} />
      <DonationBox donation={support.donation} language={paper.language} words={words} />
      <PageScripts path={null} reading={reading} />
    </>
  )
  return <FrontSheet paper={paper} front={front} scores={lines} between={<Advertisement support={support} place="front" path="/" words={words} />} after={after} />
}
