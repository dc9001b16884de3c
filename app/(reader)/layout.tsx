import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { siteOrigin } from './site-url.ts'
import '#components/story/story.css'
import '#components/story/scores.css'
import './reader.css'

// Every page of the paper is a document made once and kept until one of its tags expires (docs/decisions, "cache").
export const ensureStatic = 'navigation'
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const { name, motto } = await publishedPaper()
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: name, template: `%s | ${name}` },
    description: motto === '' ? `The student newspaper ${name}.` : motto,
    alternates: { types: feedLinks(name) },
    openGraph: { siteName: name, type: 'website', locale: 'en_US' },
  }
}

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return children
}
