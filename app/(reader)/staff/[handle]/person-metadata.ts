import type { Metadata } from 'next'
import { feedLinks } from '#domain/feeds/addresses.ts'
import type { PersonAnswer } from '#domain/story-view.ts'
import { openGraphLocale } from '#domain/words/language.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedPaper } from '#server/settings/published.ts'

/** What the head says where nobody is. */
export async function noPerson(): Promise<Metadata> {
  return { title: wordsOf((await publishedPaper()).language).missing.name, robots: { index: false } }
}

/** What the head says of somebody's page; `after`: of their older stories, behind this one. */
export async function personMetadata(answer: PersonAnswer, after: string | null): Promise<Metadata> {
  if (answer.kind === 'moved') return {}
  if (answer.kind === 'none') return noPerson()
  const { name, handle, stories } = answer.person
  const { name: paper, language } = await publishedPaper()
  const words = wordsOf(language).people
  const [title, description, path] = [after === null ? name : words.olderStoriesBy(name), words.describesPerson(name, paper), `/staff/${handle}${after === null ? '' : `/before/${after}`}`]
  return {
    title,
    description,
    alternates: { canonical: path, types: feedLinks({ name: paper, language }, stories.length === 0 ? [] : [{ of: { kind: 'author', slug: handle }, name }]) },
    ...(after === null ? {} : { robots: { index: false, follow: true } }),
    openGraph: { type: 'profile', siteName: paper, locale: openGraphLocale(language), title, description, url: path },
  }
}
