import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { FrontDesk } from '#server/front-page/queries.ts'
import { BannerPanel } from './banner-panel.tsx'
import { DeskBar } from './desk-bar.tsx'
import { DeskFrame } from './desk-frame.client.tsx'
import { DeskPlaces } from './desk-places.tsx'
import { FormerFronts } from './former-fronts.tsx'
import { OtherStories } from './other-stories.tsx'
import { PlannedFronts } from './planned-fronts.tsx'

const action = async () => ({ ok: true as const })
const story = (id: string, change = {}) => ({ id, headline: `The <b>${id}</b>`, section: 'News', sectionId: 'news', hasPicture: false, publishedAt: '2026-11-24T18:00:00Z', ...change })
const placed = (id: string, pinned = false) => ({ story: story(id), pinned })
const DESK: FrontDesk = {
  version: 7, timeZone: 'America/Los_Angeles', today: '2026-11-24', changed: { by: 'Eddie Tor', at: '2026-11-24T18:00:00Z', words: 'Made “a” the lead' },
  lead: placed('a', true), seconds: [placed('b'), placed('c', true)],
  blocks: [{ sectionId: 'news', name: 'News', hidden: false, count: 2, stories: [placed('d')] }, { sectionId: 'arts', name: 'Arts', hidden: true, count: 5, stories: [] }, { sectionId: 'sport', name: 'Sport', hidden: false, count: 5, stories: [] }],
  banner: { storyId: 'a', words: '', endsAt: null, headline: 'The a', ends: null, endsWords: null }, others: [story('z')], undo: 'Made “a” the lead', redo: null, differs: true, bannerOver: false, planned: [], before: [], mayWord: 'At this paper an adviser decides this.',
}
const shown = (desk: FrontDesk = DESK) =>
  renderToStaticMarkup(
    <DeskFrame version={desk.version} step={action}>
      <DeskBar desk={desk} publish={action} />
      <DeskPlaces desk={desk} />
      <OtherStories desk={desk} find="" />
    </DeskFrame>,
  )
/** The forms of one story, each as the fields that it sends. */
const formsOf = (html: string, id: string) => {
  const [, item = ''] = new RegExp(`data-item="story:${id}"(.*?)</li>`).exec(html) ?? []
  return [...item.matchAll(/<form.*?<\/form>/g)].map(([form]) => ({ control: /data-control="(\w+)"/.exec(form)?.[1], to: /name="to" value="([^"]*)"/.exec(form)?.[1], version: /name="version" value="(\d+)"/.exec(form)?.[1] }))
}

test('every place that a story can be dragged to has a button or a choice, which names the draft that it was made on', () => {
  const html = shown()
  expect(formsOf(html, 'a').map(({ control, to }) => [control, to])).toEqual([['auto', 'auto'], ['move', undefined]])
  expect(formsOf(html, 'b').map(({ control, to }) => [control, to])).toEqual([['down', 'seconds:1'], ['lead', 'lead'], ['move', undefined]])
  expect(formsOf(html, 'c').map(({ control, to }) => [control, to])).toEqual([['up', 'seconds:0'], ['lead', 'lead'], ['auto', 'auto'], ['move', undefined]])
  expect(formsOf(html, 'z').map(({ control, to }) => [control, to])).toEqual([['lead', 'lead'], ['move', undefined]])
  for (const id of ['a', 'b', 'c', 'd', 'z']) expect(formsOf(html, id).every(({ version }) => version === '7')).toBe(true)
  const choices = (id: string) => [...(new RegExp(`data-item="story:${id}"(.*?)</li>`).exec(html)?.[1] ?? '').matchAll(/<option value="([^"]*)"/g)].map(([, name]) => name)
  expect(choices('d')).toEqual(['lead', 'seconds:0', 'seconds:1', 'seconds:2', 'seconds:3', 'block:news:1'])
  expect(choices('c')).toContain('auto')
  expect(html).toContain('The &lt;b&gt;a&lt;/b&gt;')
})

test('sections are moved, hidden and counted by buttons too; the first cannot go up, the last not down', () => {
  const html = shown()
  const controls = (id: string) => [...(new RegExp(`data-item="section:${id}"(.*?)(?=data-item="section:|$)`).exec(html.replace(/data-item="story:.*?<\/li>/g, ''))?.[1] ?? '').matchAll(/data-control="(\w+)"/g)].map(([, name]) => name)
  expect([controls('news'), controls('arts')]).toEqual([['down', 'hide', 'count'], ['up', 'down', 'hide']])
  expect(html).toContain('Arts<span class="font-normal text-soft"> · hidden</span>')
  expect(html).toContain('No story is left for it, so readers do not see it.')
})

test('it says how the draft stands, and an empty paper has nothing to arrange', () => {
  expect(shown()).toContain('Readers do not see this draft yet.')
  expect(shown()).toContain('Last change by Eddie Tor')
  const empty = shown({ ...DESK, lead: null, seconds: [], blocks: [], others: [], differs: false, changed: null, undo: null, redo: 'Hid Arts', bannerOver: true })
  for (const words of ['There is no live story yet.', 'Readers see this front page.', 'Every live story is on the front page.', 'Do again: Hid Arts.', 'The breaking banner came down at its end.']) expect(empty).toContain(words)
})

test('the banner says what it will say, and whose words it takes', () => {
  const panel = (change: Partial<FrontDesk>) => renderToStaticMarkup(<BannerPanel desk={{ ...DESK, ...change }} save={action} remove={action} />)
  expect(panel({})).toContain('“The a”.')
  expect(panel({ banner: null })).toContain('The draft has no banner.')
  // Without script too, own words can be chosen and written.
  expect(panel({ banner: null })).toMatch(/<div><.*name="words"/)
  expect(panel({ banner: { storyId: 'x', words: '', endsAt: null, headline: null, ends: null, endsWords: null } })).toContain('no longer in the paper')
  const own = panel({ banner: { storyId: null, words: 'Snow day', endsAt: '2026-11-25T20:00:00.000Z', headline: null, ends: { date: '2026-11-25', time: '12:00' }, endsWords: 'Wed, Nov 25, 12:00 PM' } })
  for (const words of ['“Snow day”, until Wed, Nov 25, 12:00 PM.', 'At this paper an adviser publishes own words', 'value="2026-11-25"', 'maxLength="120"']) expect(own).toContain(words)
  expect(panel({ mayWord: true, banner: { storyId: 'a', words: 'Now', endsAt: null, headline: 'The a', ends: null, endsWords: null } })).toContain('“Now”, leading to “The a”.')
})

test('what is to come and what was are told with what can be done about them', () => {
  const plan = { id: 'p', at: '2026-11-25T20:00:00Z', words: 'Wed, Nov 25, 12:00 PM', askedAs: null, by: 'Eddie Tor', failure: null, lines: ['Lead: a'] }
  const planned = (change: object) => renderToStaticMarkup(<PlannedFronts desk={{ ...DESK, planned: [{ ...plan, ...change }] }} actions={{ schedule: action, unschedule: action }} />)
  expect(planned({})).toContain('Cancel the schedule')
  const failed = planned({ failure: 'It could not.', askedAs: 'Nov 25, 2:00 PM in America/Chicago' })
  for (const words of ['not published: It could not.', 'Put this away', 'Asked for as Nov 25, 2:00 PM in America/Chicago', 'href="/newsroom/front/preview?of=p"']) expect(failed).toContain(words)
  const former = { id: 'f', at: '2026-11-24T18:00:00Z', by: 'Eddie Tor', scheduled: true, putBack: true, isLive: true, lines: ['Lead: a'] }
  const before = renderToStaticMarkup(<FormerFronts desk={{ ...DESK, before: [former, { ...former, id: 'g', isLive: false, scheduled: false, putBack: false }] }} putBack={action} />)
  expect(before.match(/Put this one back/g)).toHaveLength(1)
  expect(before).toContain(' · scheduled · put back · readers see this')
  expect(renderToStaticMarkup(<FormerFronts desk={DESK} putBack={action} />)).toContain('Nobody has arranged the front page yet')
})
