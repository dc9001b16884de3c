import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { PaperView, StoryCardView } from '#domain/story-view.ts'
import { SeriesLine } from '#components/story/series-line.tsx'
import { PageFrame } from '../page-frame.tsx'
import { ArchiveMonths } from './archive-months.tsx'
import { ArchiveStories } from './archive-stories.tsx'
import { SectionFront } from './section-front.tsx'

const PAPER: PaperView = {
  name: 'The Light', motto: '', timeZone: 'America/Los_Angeles', language: 'en',
  sections: [{ slug: 'sports', name: 'Sports', color: '#17663a', parent: null }, { slug: 'soccer', name: 'Soccer', color: '', parent: 'sports' }],
  pages: [],
}
const card = (headline: string, section = { slug: 'sports', name: 'Sports' }, publishedAt = '2026-11-24T18:00:00Z'): StoryCardView => ({ path: `/${section.slug}/${headline}`, headline, deck: '', section, bylines: [], publishedAt, lead: null })
const SOCCER = { slug: 'soccer', name: 'Soccer' }

test('a section goes from one large story over three in columns to rows, and only what is in a part says where', () => {
  const stories = [card('one'), card('two', SOCCER), card('three'), card('four'), card('five')]
  const html = renderToStaticMarkup(<SectionFront paper={PAPER} of={{ kind: 'section', section: { slug: 'sports', name: 'Sports' }, closed: false, parent: null, parts: [SOCCER], stories, next: '1764000000000' }} />)
  expect([...html.matchAll(/data-size="(\w+)"/g)].map(([, size]) => size)).toEqual(['lead', 'main', 'main', 'main', 'row'])
  expect(html.match(/class="kicker"/g)).toHaveLength(1)
  expect(html).toContain('<a href="/sports/before/1764000000000" rel="next">Older stories</a>')
  const older = renderToStaticMarkup(<SectionFront older paper={{ ...PAPER, language: 'es' }} of={{ kind: 'section', section: SOCCER, closed: true, parent: { slug: 'sports', name: 'Sports' }, parts: [], stories: stories.slice(0, 2), next: null }} />)
  expect([...older.matchAll(/data-size="(\w+)"/g)].map(([, size]) => size)).toEqual(['row', 'row'])
  for (const words of ['Soccer: artículos anteriores', 'Esta sección está cerrada', '<a href="/sports">Sports</a>', '<a href="/soccer" rel="first">']) expect(older).toContain(words)
})

test('the masthead holds sections without their parts, and one style gives them their colours', () => {
  const html = renderToStaticMarkup(<PageFrame paper={PAPER} current="sports">x</PageFrame>)
  expect(html).toContain('[data-section="sports"]{--section:light-dark(#17663a,')
  expect(html).not.toContain('href="/soccer"')
  expect(html).toMatch(/<li data-section="sports"><a href="\/sports" aria-current="page">/)
  expect(renderToStaticMarkup(<PageFrame paper={{ ...PAPER, sections: [] }}>x</PageFrame>)).not.toContain('<style')
})

test('a month is a table whose days say what they lead to, and its stories stand under their days', () => {
  const days = Array.from({ length: 30 }, (_, index) => ({ name: `2026-11-${String(index + 1).padStart(2, '0')}`, stories: index === 23 ? 2 : 0 }))
  // Nine in the evening of the 23rd at school.
  const stories = [card('noon'), card('late', SOCCER, '2026-11-24T05:00:00Z')]
  const html = renderToStaticMarkup(<ArchiveStories paper={PAPER} of={{ kind: 'stories', month: '2026-11', day: null, days, stories, next: null }} />)
  expect(html).toContain('<a href="/archive/2026/11/24"><b>24</b> <small aria-hidden="true">2</small><span class="sr-only">2 stories</span></a>')
  expect([...html.matchAll(/id="day-([\d-]+)"/g)].map(([, day]) => day)).toEqual(['2026-11-24', '2026-11-23'])
  expect(html.match(/<tr>/g)).toHaveLength(6)
  const day = renderToStaticMarkup(<ArchiveStories paper={{ ...PAPER, language: 'es' }} of={{ kind: 'stories', month: '2026-11', day: '2026-11-24', days, stories: stories.slice(0, 1), next: '1' }} />)
  expect(day).toContain('aria-current="date"')
  expect(day).toContain('martes, 24 de noviembre de 2026')
  expect(day).toContain('href="/archive/2026/11/24/before/1"')
})

test('a month without stories leads nowhere', () => {
  const html = renderToStaticMarkup(<ArchiveMonths paper={PAPER} months={[{ name: '2026-08', stories: 0 }, { name: '2026-09', stories: 1 }]} />)
  expect(html).toBe('<ol class="archive-months"><li><span class="archive-none">August</span></li><li><a href="/archive/2026/09"><b>September</b> <span aria-hidden="true">1</span><span class="sr-only">1 story</span></a></li></ol>')
})

test('a part of a series leads to the parts beside it alone', () => {
  const line = { slug: 'water', title: 'The <b>water</b>', part: 1, of: 2, previous: null, next: { path: '/news/b', headline: 'B' } }
  const html = renderToStaticMarkup(<SeriesLine series={line} language="es" />)
  expect(html).toContain('The &lt;b&gt;water&lt;/b&gt;')
  expect(html).toContain('Parte 1 de 2')
  expect(html).toContain('<a href="/news/b" rel="next">')
  expect(html).not.toContain('rel="prev"')
  expect(renderToStaticMarkup(<SeriesLine series={null} />)).toBe('')
})
