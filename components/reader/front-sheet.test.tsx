import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FrontView, PaperView, StoryCardView } from '#domain/story-view.ts'
import { FrontSheet } from './front-sheet.tsx'

const PAPER: PaperView = { name: 'The Light', motto: '', timeZone: 'America/Los_Angeles', language: 'en', sections: [{ slug: 'news', name: 'News' }], pages: [] }
const card = (headline: string): StoryCardView => ({ path: `/news/${headline}`, headline, deck: '', section: { slug: 'news', name: 'News' }, bylines: [], publishedAt: '2026-11-24T18:00:00Z', lead: null })
const EMPTY: FrontView = { lead: null, seconds: [], blocks: [], banner: null, latest: null }
const html = (change: Partial<FrontView>) => renderToStaticMarkup(<FrontSheet paper={PAPER} front={{ ...EMPTY, ...change }} />)

test('lead, secondary stories and sections stand in the order that they were given', () => {
  const front = html({ lead: card('one'), seconds: [card('two'), card('three')], blocks: [{ section: { slug: 'news', name: 'News' }, stories: [card('four')] }] })
  expect([...front.matchAll(/href="\/news\/(\w+)"/g)].map(([, name]) => name)).toEqual(['one', 'two', 'three', 'four'])
  expect(front).not.toContain('class="breaking"')
  expect(html({})).toContain('still being written')
})

test('a banner stands above all of it, as text or as a link', () => {
  expect(html({ banner: { text: 'Snow <day>', path: null } })).toContain('<b>Breaking</b> <span dir="auto">Snow &lt;day&gt;</span>')
  const front = html({ lead: card('one'), banner: { text: 'Closed', path: '/news/closed' } })
  expect(front).toContain('<a href="/news/closed">Closed</a>')
  expect(front.indexOf('Closed')).toBeLessThan(front.indexOf('/news/one'))
})
