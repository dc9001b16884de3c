import type { Metadata } from 'next'
import { feedLinks } from '#domain/feeds/addresses.ts'
import type { MastheadView } from '#domain/story-view.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

/** What the head says of a masthead at this address. */
export async function mastheadMetadata({ schoolYear }: MastheadView, path: string): Promise<Metadata> {
  const { name, language } = await publishedPaper()
  const words = wordsOf(language).people
  const [title, description] = [words.staffOf(schoolYear), words.describesStaff(name, schoolYear)]
  return { title, description, alternates: { canonical: path, types: feedLinks({ name, language }) }, openGraph: { type: 'website', siteName: name, locale: openGraphLocale(language), title, description, url: path } }
}
