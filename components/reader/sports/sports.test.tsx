import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ScoreboardBlock } from '#components/story/blocks/scoreboard.tsx'
import { PollBlock } from '#components/story/blocks/poll.tsx'
import { outcomeOf } from '#domain/sports/outcome.ts'
import type { GameResult } from '#domain/sports/result.ts'
import type { GameView, TeamHead } from '#domain/sports/view.ts'
import { ResultDetail } from './result-detail.tsx'

const team: TeamHead = { slug: 'x', sport: 'baseball', level: 'varsity', gender: 'boys', schoolYear: '2026-27', shortName: 'Harbor', colour: 'teal', league: '' }
const PINE = { id: '01900000-0000-7000-8000-000000000001', name: 'Pine <b>Ridge</b>' }
const game = (result: GameResult | null, change: Partial<GameView> = {}): GameView => ({ id: 'g', at: '2026-11-20T02:30:00.000Z', timed: true, place: 'HOME', venue: '', name: '', league: false, call: 'ON', opponents: [PINE], result, outcome: result === null ? null : outcomeOf(result, false), ...change })
const live = { games: {}, polls: {}, timeZone: 'America/Los_Angeles', language: 'en' as const }
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').trim()

describe('results in full', () => {
  it('a line score has the guest above, and says what was not played', () => {
    const html = renderToStaticMarkup(<ResultDetail team={team} language="en" game={game({ form: 'periods', final: { us: 3, them: 1 }, periods: [{ us: 3, them: 1 }, { us: null, them: 0 }], shootout: null })} />)
    expect(words(html)).toContain('Pine &lt;b&gt;Ridge&lt;/b&gt; 1 0 1 Harbor 3 × 3')
    expect(html).not.toContain('<b>Ridge')
  })

  it('a relay keeps its legs’ times where a runner is not named', () => {
    const relay: GameResult = { form: 'meet', teams: [{ team: 'us', points: 9 }], events: [{ name: '4x100', unit: 'time', relay: true, entries: [{ team: 'us', place: 1, athletes: ['', 'Bo C.'], mark: '1:40.00', splits: ['50.00', '50.00'], points: 8 }] }] }
    expect(words(renderToStaticMarkup(<ResultDetail team={{ ...team, sport: 'trackAndField' }} language="en" game={game(relay)} />))).toContain('1st Harbor 50.00, Bo C. 50.00 1:40.00 8')
  })

  it('matches say who won, also where they were not played out', () => {
    const tennis: GameResult = { form: 'matches', matches: [{ name: 'Singles 1', ours: 'Ana R.', theirs: '', sets: [{ us: 6, them: 3 }], given: 'them' }] }
    expect(words(renderToStaticMarkup(<ResultDetail team={{ ...team, sport: 'tennis' }} language="en" game={game(tennis, { opponents: [{ id: 'y', name: 'Tidewater' }] })} />))).toContain('Singles 1 Ana R. 6-3 not played out Tidewater')
    expect(renderToStaticMarkup(<ResultDetail team={team} language="en" game={game(null)} />)).toBe('')
  })
})

describe('blocks of a story', () => {
  it('a score is shown as it stands, and nothing of a game that is gone', () => {
    const html = (one: GameView) => words(renderToStaticMarkup(<ScoreboardBlock line={{ team, game: one }} live={live} />))
    expect(html(game(null))).toContain('6:30 p.m.')
    expect(html(game(null, { timed: false }))).toContain('Time TBA')
    expect(html(game(null, { call: 'POSTPONED' }))).toContain('Postponed')
    expect(html(game(null, { call: 'CANCELLED', name: 'Final' }))).toMatch(/Final.*Canceled/)
    expect(html(game({ form: 'periods', final: { us: 3, them: 1 }, periods: [], shootout: null }))).toContain('Won 3-1')
    expect(renderToStaticMarkup(<ScoreboardBlock line={undefined} live={live} />)).toBe('')
  })

  it('a poll is a ballot while it is open, and its results once it is closed', () => {
    const poll = { id: PINE.id, question: 'Where?', options: [{ id: 'a', text: 'Gym' }, { id: 'b', text: 'Roof' }], state: 'open' as const, opensAt: null, closesAt: '2026-12-01T20:00:00.000Z', figures: null }
    const open = renderToStaticMarkup(<PollBlock poll={poll} live={live} />)
    expect(open).toMatch(/<form class="poll-form" action="\/api\/polls\/[0-9a-f-]{36}\/turn" method="get">/)
    expect(open).toContain('/elements/poll.js')
    expect(words(open)).toContain('Voting closes')
    const closed = renderToStaticMarkup(<PollBlock poll={{ ...poll, state: 'closed', figures: { total: 3, rows: [{ text: 'Gym', votes: 2, percent: 67 }, { text: 'Roof', votes: 1, percent: 33 }] } }} live={live} />)
    expect(closed).not.toContain('<form')
    expect(closed).not.toContain('<script')
    expect(words(closed)).toContain('Gym 67% 2 votes Roof 33% 1 vote')
    const before = renderToStaticMarkup(<PollBlock poll={{ ...poll, state: 'before', opensAt: '2026-12-01T20:00:00.000Z' }} live={live} />)
    expect(before).not.toContain('<form')
    expect(words(before)).toContain('Voting opens Dec. 1, 2026, at noon.')
    expect(renderToStaticMarkup(<PollBlock poll={undefined} live={live} />)).toBe('')
  })
})
