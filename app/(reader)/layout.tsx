import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CommonPage } from '#components/reader/page-status.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { iconPath } from '#domain/look/icons.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { descriptionOf } from '#domain/words/words.ts'
import { iconKey } from '#server/look/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { siteOrigin } from './site-url.ts'
import '#components/story/story.css'
import '#components/story/scores.css'
import './reader.css'
import './lists.css'

// Every page of the paper is a document made once and kept until one of its tags expires (docs/decisions, "cache").
export const ensureStatic = 'navigation'
export const instant = false

export async function generateMetadata(): Promise<Metadata> {
  const paper = await publishedPaper()
  const { name, language } = paper
  const icon = iconKey(paper)
  return {
    metadataBase: new URL(siteOrigin()),
    title: { default: name, template: `%s | ${name}` },
    description: descriptionOf(paper),
    alternates: { types: feedLinks({ name, language }) },
    manifest: '/manifest.webmanifest',
    icons: {
      icon: (['32', '192'] as const).map((size) => ({ url: iconPath(icon, size), sizes: `${size}x${size}`, type: 'image/png' })),
      apple: { url: iconPath(icon, '180'), sizes: '180x180' },
    },
    openGraph: { siteName: name, type: 'website', locale: openGraphLocale(language) },
  }
}

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <CommonPage />
      {children}
    </>
  )
}
