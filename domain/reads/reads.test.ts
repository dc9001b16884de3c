import { describe, expect, it } from 'vitest'
import { daysBetween, filled, plotOf, roundTop } from './plot.ts'
import { hourOf, isProgram, storyRead } from './reading.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0'

describe('what counts as reading', () => {
  it.each([[null, true], ['', true], ['curl/8.5.0', true], ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', true], ['Mozilla/5.0 (X11) HeadlessChrome/149.0.0.0 Safari/537.36', true], [FIREFOX, false]])('%s is a program: %s', (agent, program) => expect(isProgram(agent)).toBe(program))
  it('is the path of a story and nothing else', () => {
    expect(storyRead('/news/a-story')).toEqual({ sectionSlug: 'news', slug: 'a-story' })
    for (const odd of ['', '/', '/news', '/news/', '/news/a/b', 'news/a', 'https://x/news/a', '/news/A', '/news/a?b', '/news/../a']) expect(storyRead(odd), odd).toBeNull()
  })
  it('belongs to its hour', () => expect(hourOf(new Date('2026-11-24T10:59:59.999Z')).toISOString()).toBe('2026-11-24T10:00:00.000Z'))
})

describe('the plot', () => {
  it('has every day, also over the end of a month', () => {
    const days = daysBetween('2026-11-29', '2026-12-02')
    expect(days).toEqual(['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'])
    expect(filled(days, [{ day: '2026-12-01', count: 3 }]).map(({ count }) => count)).toEqual([0, 0, 3, 0])
    expect(daysBetween('2026-12-02', '2026-12-01')).toEqual([])
  })
  it.each([[0, 4], [3, 4], [5, 6], [9, 10], [101, 200], [4_001, 6_000]])('%i stands under %i', (most, top) => expect(roundTop(most)).toBe(top))
  it('draws bars from the ground up, and nothing for no days', () => {
    const plot = plotOf([{ day: 'a', count: 4 }, { day: 'b', count: 0 }], { width: 100, height: 40 })
    expect(plot.bars.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([[5, 0, 40, 40], [55, 40, 40, 0]])
    expect(plot.lines).toEqual([{ at: 0, y: 40 }, { at: 2, y: 20 }, { at: 4, y: 0 }])
    expect(plotOf([], { width: 100, height: 40 }).bars).toEqual([])
  })
})
