import type { Metadata } from 'next'
import { permanentRedirect } from 'next/navigation'
import { NotInThePaper } from '#components/reader/not-in-the-paper.tsx'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { PaperPage } from '#components/reader/paper-page.tsx'
import { Withdrawn } from '#components/reader/withdrawn.tsx'
import { feedLinks } from '#domain/feeds/addresses.ts'
import { STARTER_SLUGS } from '#domain/pages/starters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { publishedPage } from '#server/stories/published.ts'
import './page-of-the-paper.css'

/** What the head says of an address at the paper's root that no section has. */
export async function pageMetadata(slug: string): Promise<Metadata> {
  const answer = await publishedPage(slug)
  if (answer.kind === 'moved') return {}
  const { name, language } = await publishedPaper()
  const { missing } = wordsOf(language)
  if (answer.kind !== 'story') return { title: answer.kind === 'withdrawn' ? missing.withdrawn : missing.name, description: null, robots: { index: false } }
  const { headline: title, deck } = answer.story
  const description = deck === '' ? null : deck
  return {
    title,
    description,
    alternates: { canonical: answer.path, types: feedLinks({ name, language }) },
    ...(answer.findable ? {} : { robots: { index: false } }),
    openGraph: { type: 'website', siteName: name, locale: openGraphLocale(language), title, url: answer.path, ...(description === null ? {} : { description }) },
  }
}

/** What stands there: a page of the paper (about, contact), where it went, that it was withdrawn, or nothing. */
export async function PageOfThePaper({ slug, paper }: { slug: string; paper: PaperView }) {
  const answer = await publishedPage(slug)
  if (answer.kind === 'moved') return permanentRedirect(answer.path)
  return (
    <PageFrame paper={paper}>
      {answer.kind === 'story' ? <PaperPage page={answer.story} paper={paper} contact={slug === STARTER_SLUGS.contact} /> : answer.kind === 'withdrawn' ? <Withdrawn at={answer.at} statement={answer.statement} paper={paper} /> : <NotInThePaper language={paper.language} />}
    </PageFrame>
  )
}
