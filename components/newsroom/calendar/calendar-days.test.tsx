import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { rangeOf, type CalendarEntry } from '#domain/planning/calendar.ts'
import { Board } from '../planning/board.tsx'
import { calendarAddress, type CalendarState } from './calendar-address.ts'
import { DayList, MonthGrid } from './calendar-days.tsx'

const TODAY = '2026-11-24'
const STATE: CalendarState = { view: 'month', day: TODAY, sectionId: null, move: null }
const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  key: 'planned-1', kind: 'planned', day: TODAY, at: null, storyId: '1', requestId: null, headline: 'The <b>floor</b>', section: 'News', state: 'DRAFT', status: 'late', movable: true, ...change,
})
const parts = (entries: CalendarEntry[]) => ({ entries, range: rangeOf('month', TODAY), today: TODAY, timeZone: 'America/Los_Angeles', state: STATE })
const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0

test('a month shows each day once, marks today, says what is late, and cuts a full day with a way to the rest', () => {
  const html = renderToStaticMarkup(<MonthGrid {...parts(Array.from({ length: 7 }, (_, at) => entry({ key: `planned-${at}` })))} />)
  expect(count(html, /data-day="/g)).toBe(35)
  expect(html).toContain('24</time> · today')
  expect(count(html, /Planned · late/g)).toBe(4)
  expect(html).toContain('3 more<span class="sr-only"> on Tuesday, November 24</span>')
  expect(html).toContain('The &lt;b&gt;floor&lt;/b&gt;')
})

test('only what can be moved carries what the mover needs and a link to its form', () => {
  const html = renderToStaticMarkup(<DayList {...parts([entry(), entry({ key: 'published-2', kind: 'published', status: 'done', movable: false, at: '2026-11-24T18:00:00Z' })])} />)
  expect(count(html, /data-movable/g)).toBe(1)
  expect(count(html, /Move to…/g)).toBe(1)
  expect(html).toContain('Nov 24, 10:00 AM')
})

test('what is scheduled for a minute leads to where it was scheduled', () => {
  const at = '2026-11-24T18:00:00Z'
  const html = renderToStaticMarkup(<DayList {...parts([
    entry({ key: 'scheduled-3', kind: 'scheduled', status: 'open', movable: false, at, state: 'APPROVED' }),
    entry({ key: 'front-4', kind: 'front', status: 'late', movable: false, at, storyId: null, headline: '', state: null, section: null }),
  ])} />)
  expect(html).toContain('href="/newsroom/stories/1/schedule"')
  expect(html).toContain('href="/newsroom/front#scheduled"')
  expect(html).toContain('The next front page comes out')
  expect(html).toContain('As it is arranged on the desk')
  expect(count(html, /Move to…|data-movable/g)).toBe(0)
})

test('addresses hold what is shown and nothing empty', () => {
  expect(calendarAddress({ view: null, day: TODAY, sectionId: null, move: null })).toBe('/newsroom/calendar?day=2026-11-24')
  expect(calendarAddress({ view: 'week', day: TODAY, sectionId: 's', move: 'planned-1' })).toBe('/newsroom/calendar?view=week&day=2026-11-24&section=s&move=planned-1#move')
})

test('the board has a jump to each column, and says what it does not show', () => {
  const card = { id: '1', href: '/newsroom/stories/1', title: 'The floor', section: null, who: [], due: { kind: 'draft', on: '2026-11-23', late: true } as const, photos: null, plannedFor: null }
  const html = renderToStaticMarkup(<Board columns={[{ column: 'DRAFT', cards: [card], total: 3 }, { column: 'live', cards: [], total: 0 }]} today={TODAY} />)
  expect(html).toContain('href="#column-draft"')
  expect(html).toContain('2 more.')
  expect(html).toContain('Nothing was published in the last seven days.')
  expect(html).toContain('No section · Nobody yet')
  expect(html).toContain(' · late')
})
