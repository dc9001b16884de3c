import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FoundAnswer, SearchResult } from '#domain/search/answer.ts'
import { NOTHING_ASKED } from '#domain/search/filters.ts'
import type { PaperView } from '#domain/story-view.ts'
import { wordsOf } from '#domain/words/words.ts'
import { SearchForm } from './search-form.tsx'
import { SearchRefusal, SearchResults } from './search-results.tsx'
import { SearchStart } from './search-start.tsx'

const card = { path: '/news/a', headline: 'A <b>club</b>', deck: 'Deck', section: { slug: 'news', name: 'News' }, bylines: [{ name: 'Ana R.', credit: '' }], publishedAt: '2026-11-24T20:00:00.000Z', lead: null }
const RESULT: SearchResult = {
  card,
  headline: [{ text: 'A <b>', hit: false }, { text: 'club', hit: true }, { text: '</b>', hit: false }],
  deck: [{ text: 'Deck', hit: false }],
  passage: { of: 'caption', pieces: [{ text: '"><script>', hit: true }] },
}
const PAPER: PaperView = { name: 'X', motto: '', timeZone: 'UTC', language: 'en', sections: [{ slug: 'news', name: 'News' }], pages: [] }
const WORDS = wordsOf('en').search
const NONE = { pages: [], print: [], morePrint: false }
const FOUND: FoundAnswer = { kind: 'found', results: [RESULT], sheets: NONE, count: 1, next: null, instead: null, meant: null }
const shown = (found: Partial<FoundAnswer>, asked = {}) => renderToStaticMarkup(<SearchResults found={{ ...FOUND, ...found }} asked={{ ...NOTHING_ASKED, q: 'club', ...asked }} paper={PAPER} />)

test('words are marked, and whatever a story or a query says stays text', () => {
  const html = shown({}, { q: '<i>"club' })
  expect(html).toContain('A &lt;b&gt;<mark>club</mark>&lt;/b&gt;')
  expect(html).toContain('Under a picture: </span><mark>&quot;&gt;&lt;script&gt;</mark>')
  expect(html).toContain('1 story for <q dir="auto">&lt;i&gt;&quot;club</q>')
  expect(html).not.toContain('<script>')
})

test('it says how many there are, what was looked for instead, what may be meant, and where it goes on', () => {
  expect(shown({ count: null })).toContain('More than 500 stories for ')
  expect(shown({ count: 12, next: 'x_0_0_1_id' }, { section: 'news' })).toContain('href="/search?q=club&amp;section=news&amp;after=x_0_0_1_id" rel="next nofollow"')
  expect(shown({ instead: 'chess', next: 'n' }, { q: 'chss' })).toMatch(/Nothing was found for <q dir="auto">chss<\/q>, so these are results for <q dir="auto">chess<\/q>.*href="\/search\?q=chess&amp;after=n"/)
  expect(shown({ meant: 'chess -checkers' })).toContain('<a href="/search?q=chess+-checkers">chess -checkers</a>')
  expect(shown({ results: [], count: 0 }, { year: '2026-27' })).toMatch(/No story for .*href="\/search\?q=club">Search the whole paper/)
  expect(shown({ results: [], count: 0 })).not.toContain('Search the whole paper')
  expect(shown({}, { q: '', section: 'news' })).toContain('>1 story</h2>')
  expect(shown({}, { after: 'x' })).toContain('href="/search?q=club">Back to the first results')
})

test('pages and printed pages stand in groups of their own, and the printed ones alone where they are asked for', () => {
  const print = { title: 'October', volume: 3, number: 2, page: 4, date: '2026-10-30' }
  const sheets = {
    pages: [{ path: '/about', title: [{ text: 'About <us>', hit: false }], passage: [{ text: 'club', hit: true }], print: null }],
    print: [{ path: '/issues/vol-3-issue-2/4', title: [{ text: 'October', hit: false }], passage: null, print }],
    morePrint: true,
  }
  const html = shown({ results: [], count: 0, sheets }, { year: '2026-27' })
  expect(html).toMatch(/No story for .*Pages of the paper<\/h2>.*<a href="\/about">About &lt;us&gt;<\/a>.*<mark>club<\/mark>.*In printed issues<\/h2>.*Vol\. 3, issue 2 · Oct\. 30, 2026 · Page 4.*href="\/search\?q=club&amp;year=2026-27&amp;print=1" rel="nofollow"/)
  expect(html).not.toContain('Try fewer')
  const alone = shown({ results: [], count: 0, sheets: { ...sheets, pages: [] } }, { print: true })
  expect(alone).toMatch(/In printed issues.*These are the 20 that fit best.*href="\/search\?q=club">Back to the first results/)
  expect(alone).not.toContain('No story')
  expect(shown({ results: [], count: 0 }, { print: true })).toContain('No page of a printed issue has these words.')
})

test('why there is no answer is said, with the status that fits', () => {
  expect(renderToStaticMarkup(<SearchRefusal words={WORDS} answer={{ kind: 'common' }} />)).not.toContain('fp:status')
  expect(renderToStaticMarkup(<SearchRefusal words={WORDS} answer={{ kind: 'busy' }} />)).toContain('content="503"')
  expect(renderToStaticMarkup(<SearchRefusal words={WORDS} answer={{ kind: 'many', seconds: 1 }} />)).toMatch(/content="429".*in 1 second\./)
})

test('the form holds what was asked, and only choices that there are', () => {
  const asked = { ...NOTHING_ASKED, q: '"a" b', section: 'news', author: 'nobody', year: '2026-27', pictures: true }
  const html = renderToStaticMarkup(<SearchForm asked={asked} sections={[{ slug: 'news', name: 'News' }]} choices={{ authors: [{ id: 'ana', name: 'Ana R.' }], years: ['2026-27'] }} words={WORDS} />)
  expect(html).toContain('method="get"')
  expect(html).toContain('value="&quot;a&quot; b"')
  expect(html.match(/<option value="[^"]*" selected="">/g)).toEqual(['<option value="news" selected="">', '<option value="" selected="">', '<option value="2026-27" selected="">'])
  expect(html).toContain('2026–27')
  expect(html).toMatch(/<input type="checkbox"[^>]*checked=""/)
})

test('before anything was asked, sections and the newest stories lead into the paper', () => {
  expect(renderToStaticMarkup(<SearchStart paper={{ ...PAPER, sections: [] }} newest={[]} />)).toBe('')
  const html = renderToStaticMarkup(<SearchStart paper={PAPER} newest={[card]} />)
  expect(html).toMatch(/href="\/news">News<.*The newest stories.*href="\/news\/a"/)
})
