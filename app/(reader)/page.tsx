import type { Metadata } from 'next'
import { FrontSheet } from '#components/reader/front-sheet.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { publishedFront } from '#server/front-page/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedStrip } from '#server/sports/published.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name, motto } = await publishedPaper()
  return { title: { absolute: motto === '' ? name : `${name} | ${motto}` }, alternates: { canonical: '/', types: feedLinks(name) } }
}

export default async function FrontPage() {
  const [paper, front, { lines }] = await Promise.all([publishedPaper(), publishedFront(), publishedStrip()])
  return <FrontSheet paper={paper} front={front} scores={lines} />
}
