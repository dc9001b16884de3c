import type { Metadata } from 'next'
import { PageFrame } from '#components/reader/page-frame.tsx'
import { SearchForm } from '#components/reader/search/search-form.tsx'
import { SearchRefusal, SearchResults } from '#components/reader/search/search-results.tsx'
import { SearchStart } from '#components/reader/search/search-start.tsx'
import { hasFilter, readAsked, type SearchAsked } from '#domain/search/filters.ts'
import type { StoryCardView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { publishedFront } from '#server/front-page/published.ts'
import { publishedSearch } from '#server/search/published.ts'
import { publishedPaper } from '#server/settings/published.ts'
import { siteOrigin } from '../../(reader)/site-url.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const NEWEST = 5

async function askedIn({ searchParams }: Props): Promise<SearchAsked> {
  const given = await searchParams
  return readAsked((name) => [given[name]].flat()[0])
}

// Search engines may list the way in, never an answer: there are endlessly many, and a story may be hidden from them.
export async function generateMetadata(props: Props): Promise<Metadata> {
  const [asked, paper] = [await askedIn(props), await publishedPaper()]
  const title = `${asked.q === '' ? '' : `${asked.q} – `}${wordsOf(paper.language).search.title} | ${paper.name}`
  if (asked.q !== '' || hasFilter(asked)) return { title, robots: { index: false, follow: false } }
  return { metadataBase: new URL(siteOrigin()), title, description: wordsOf(paper.language).search.describes(paper.name), alternates: { canonical: '/search' } }
}

/** The newest of what stands on the front page. */
async function newest(): Promise<StoryCardView[]> {
  const { lead, seconds, blocks } = await publishedFront()
  const stories = [...(lead === null ? [] : [lead]), ...seconds, ...blocks.flatMap((block) => block.stories)]
  return stories.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, NEWEST)
}

export default async function SearchPage(props: Props) {
  const [asked, paper] = [await askedIn(props), await publishedPaper()]
  const words = wordsOf(paper.language).search
  const { answer, choices } = await publishedSearch(asked)
  return (
    <PageFrame paper={paper} current="search">
      <div className="search-page">
        <h1 className="section-name">{words.title}</h1>
        <fp-search-at-once data-more={words.more}>
          <SearchForm asked={asked} sections={paper.sections} choices={choices} words={words} />
          <div data-answer>
            {answer.kind === 'empty' ? (
              <SearchStart paper={paper} newest={await newest()} />
            ) : answer.kind === 'found' ? (
              <SearchResults found={answer} asked={asked} paper={paper} />
            ) : (
              <SearchRefusal answer={answer} words={words} />
            )}
          </div>
        </fp-search-at-once>
        <script type="module" src="/elements/search-at-once.js" async />
      </div>
    </PageFrame>
  )
}
