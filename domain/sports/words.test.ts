import { describe, expect, it } from 'vitest'
import { outcomeOf } from './outcome.ts'
import type { GameResult } from './result.ts'
import { sportsEvents } from './structured.ts'
import type { GameView, TeamHead } from './view.ts'
import { gameDay, gameTime, gameTitle, opponentsText, outcomeText, periodNames, rankText, teamName } from './words.ts'

const ZONE = 'America/Los_Angeles'
const team: TeamHead = { slug: 'girls-varsity-soccer-2026-27', sport: 'soccer', level: 'varsity', gender: 'girls', schoolYear: '2026-27', shortName: 'Harbor', colour: 'teal', league: '' }
const PINE = { id: '01900000-0000-7000-8000-000000000001', name: 'Pine Ridge' }
const game = (change: Partial<GameView> = {}): GameView => ({ id: 'g', at: '2026-11-20T02:30:00.000Z', timed: true, place: 'HOME', venue: '', name: '', league: false, call: 'ON', opponents: [PINE], result: null, outcome: null, ...change })
const played = (result: GameResult, change: Partial<GameView> = {}) => game({ result, outcome: outcomeOf(result, false), ...change })
const score = (us: number, them: number, shootout: { us: number; them: number } | null = null): GameResult => ({ form: 'periods', final: { us, them }, periods: [], shootout })

describe('scores in words', () => {
  it('name teams in both languages', () => {
    expect([teamName(team, 'en'), teamName(team, 'en', { short: true }), teamName(team, 'es'), teamName(team, 'es', { short: true })]).toEqual(['Girls Varsity Soccer', 'Girls Soccer', 'Fútbol femenil, primer equipo', 'Fútbol femenil'])
    const younger: TeamHead = { ...team, level: 'juniorVarsity', gender: 'open' }
    expect([teamName(younger, 'en', { short: true }), teamName(younger, 'es', { short: true })]).toEqual(['JV Soccer', 'Fútbol, segundo equipo'])
  })

  it('tell days and times on the paper’s clocks', () => {
    expect([gameDay(game(), ZONE, 'en'), gameDay(game(), ZONE, 'en', { long: true }), gameTime(game(), ZONE, 'en')]).toEqual(['Thu, Nov 19', 'Thursday, Nov. 19, 2026', '6:30 p.m.'])
    expect(gameTime(game({ timed: false }), ZONE, 'en')).toBeNull()
    expect(gameTime(game({ at: '2026-11-20T02:00:00.000Z' }), ZONE, 'en')).toBe('6 p.m.')
    expect(gameTime(game({ at: '2026-11-19T20:00:00.000Z' }), ZONE, 'es')).toBe('mediodía')
    expect(gameDay(game(), ZONE, 'es')).toMatch(/19/)
  })

  it('call a game by its opponent, and a meet by its name', () => {
    expect([gameTitle(game(), 'en'), gameTitle(game({ place: 'AWAY', name: 'Final' }), 'en'), gameTitle(game({ place: 'AWAY' }), 'es')]).toEqual(['vs. Pine Ridge', 'at Pine Ridge', 'en Pine Ridge'])
    const meet = game({ opponents: [PINE, { id: 'x', name: 'Tidewater' }] })
    expect([gameTitle(meet, 'en'), gameTitle({ ...meet, name: 'Relay Carnival' }, 'en'), opponentsText(meet, 'es')]).toEqual(['vs. Pine Ridge and Tidewater', 'Relay Carnival', 'Pine Ridge y Tidewater'])
  })

  it('say what it came to', () => {
    expect([outcomeText(game(), 'en'), outcomeText(played(score(3, 1)), 'en'), outcomeText(played(score(0, 2)), 'en'), outcomeText(played(score(1, 1)), 'es'), outcomeText(played(score(1, 1, { us: 4, them: 2 })), 'en')]).toEqual([
      null, 'Won 3-1', 'Lost 0-2', 'Empate 1-1', 'Won 1-1, shootout 4-2',
    ])
    const meet = (teams: { team: string; points: number }[]): GameResult => ({ form: 'meet', teams, events: [] })
    expect(outcomeText(played(meet([{ team: 'us', points: 5 }, { team: 'a', points: 9 }, { team: 'b', points: 1 }])), 'en')).toBe('2nd of 3')
    expect(outcomeText(played(meet([{ team: 'a', points: 9 }])), 'en')).toBe('Final')
    expect([1, 2, 3, 4, 11, 21].map((rank) => rankText(rank, 'en'))).toEqual(['1st', '2nd', '3rd', '4th', '11th', '21st'])
    expect(rankText(2, 'es')).toBe('2.º')
  })

  it('name periods, and what was played beyond them', () => {
    expect(periodNames('football', 6, 'en')).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'OT', '2OT'])
    expect(periodNames('baseball', 9, 'en').at(-1)).toBe('9')
    expect(periodNames('iceHockey', 3, 'es')).toEqual(['P1', 'P2', 'P3'])
    expect(periodNames('volleyball', 3, 'en')).toEqual([])
  })
})

describe('structured data', () => {
  const events = (...games: GameView[]) => sportsEvents({ team, games }, { origin: 'https://paper.example', language: 'en' })
  const us = { '@type': 'SportsTeam', name: 'Harbor Girls Varsity Soccer', url: 'https://paper.example/scores/girls-varsity-soccer-2026-27' }
  const them = { '@type': 'SportsTeam', name: 'Pine Ridge' }

  it('is an event with its sides, its place and whether it is on', () => {
    expect(events(game())[0]).toMatchObject({ '@type': 'SportsEvent', name: 'Harbor vs. Pine Ridge', startDate: '2026-11-20T02:30:00.000Z', eventStatus: 'https://schema.org/EventScheduled', homeTeam: us, awayTeam: them, location: { name: 'Harbor' } })
    expect(events(game({ place: 'AWAY', timed: false, at: '2026-11-24T20:00:00.000Z', name: 'Final', call: 'POSTPONED' }))[0]).toMatchObject({ name: 'Final', startDate: '2026-11-24', eventStatus: 'https://schema.org/EventPostponed', homeTeam: them, awayTeam: us, location: { name: 'Pine Ridge' } })
    expect(events(game({ place: 'NEUTRAL', venue: 'Gull Hill' }))[0]).toMatchObject({ competitor: [us, them], location: { name: 'Gull Hill' } })
    expect(events(game({ place: 'AWAY', opponents: [], name: 'Meet' }))[0]).toMatchObject({ competitor: [us], location: { name: 'Meet' } })
  })
})
