import { beforeAll, describe, expect, it } from 'vitest'
import { schoolYear } from '#domain/school-year.ts'
import { gameSchema, newTeamSchema } from '#domain/sports/desk.ts'
import type { GameResult } from '#domain/sports/result.ts'
import type { Actor } from '#domain/people.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { addOptOut } from '../opt-out/commands.ts'
import { aSection, anActor, done } from '../testing/builders.ts'
import { setSportsDesk } from './desk.ts'
import { addGame, changeGame, clearResult, enterResult, removeGame } from './games.ts'
import { renameOpponent } from './opponents.ts'
import { deskGameById, deskTeam, gameChoices, opponentList, sportsDesk } from './queries.ts'
import { readGames, readScores, readStrip, readTeam, readTeamSlugs } from './read.ts'
import { addTeam, changeTeam, keepRoster, keepStandings, removeTeam } from './teams.ts'

const problems = (result: { ok: boolean; problems?: { message: string; field?: string }[] }) => (result.ok ? 'it worked' : (result.problems ?? []).map(({ field, message }) => `${field ?? ''}: ${message}`).join(' '))
const TODAY = new Date('2026-11-20T20:00:00Z')
let editor: Actor

const team = (change: object = {}) => newTeamSchema.parse({ sport: 'soccer', level: 'varsity', gender: 'girls', schoolYear: '2026-27', shortName: 'Harbor', colour: 'navy', league: 'Coastal League', ...change })
const game = (change: object = {}) => gameSchema.parse({ date: '2026-11-19', time: '18:00', opponents: 'Pine Ridge', place: 'HOME', league: 'on', ...change })
const soccer = (us: number, them: number): GameResult => ({ form: 'periods', final: { us, them }, periods: [], shootout: null })
const versionOf = async (id: string) => (await db().sportsTeam.findUniqueOrThrow({ where: { id }, select: { version: true } })).version

beforeAll(async () => {
  editor = await anActor('EDITOR')
  await db().paper.update({ where: { id: 1 }, data: { timeZone: 'America/Los_Angeles' }, select: { id: true } })
})

describe('a season', () => {
  it('is told to readers with its record, its table and its roster', async () => {
    const { teamId } = done(await addTeam(editor, team()))
    const ids: string[] = []
    for (const [date, us, them] of [['2026-11-10', 2, 1], ['2026-11-15', 0, 0], ['2026-11-19', 3, 1]] as const) {
      const { gameId } = done(await addGame(editor, { ...game({ date }), teamId }))
      expect(done(await enterResult(editor, { gameId, version: 1, result: soccer(us, them) })).tags).toEqual(['sports'])
      ids.push(gameId)
    }
    done(await addGame(editor, { ...game({ date: '2026-11-24', time: '', place: 'AWAY', opponents: 'Saint Brendan' }), teamId }))
    done(await keepRoster(editor, { teamId, version: await versionOf(teamId), players: [{ name: 'Gia Moreau', number: '7', position: 'Forward', grade: '11' }, { name: 'Talia Brandt', number: '', position: '', grade: '' }] }))
    done(await keepStandings(editor, { teamId, version: await versionOf(teamId), rows: [{ name: 'Saint Brendan', wins: 3, losses: 0, ties: 0 }, { name: 'pine ridge', wins: 0, losses: 3, ties: 0 }] }))
    const view = await readTeam('girls-varsity-soccer-2026-27')
    expect(view?.overall).toEqual({ wins: 2, losses: 0, ties: 1 })
    expect(view?.standings.map(({ name, rank, us }) => [name, rank, us])).toEqual([['Saint Brendan', 1, false], ['Harbor', 2, true], ['Pine Ridge', 3, false]])
    expect(view?.roster.map(({ name }) => name)).toEqual(['Gia Moreau', 'Talia Brandt'])
    // Six in the evening at school, whatever the server's clock says; a day alone stays the same day.
    expect(view?.games.map(({ at, timed }) => [at, timed]).slice(2)).toEqual([['2026-11-20T02:00:00.000Z', true], ['2026-11-24T20:00:00.000Z', false]])
    const scores = await readScores(null, TODAY)
    expect(scores.teams.find(({ team: { slug } }) => slug === 'girls-varsity-soccer-2026-27')).toMatchObject({ last: { id: ids[2] }, next: { opponents: [{ name: 'Saint Brendan' }] } })
    expect(scores.years).toContain('2026-27')
    expect(await readTeamSlugs()).toContain('girls-varsity-soccer-2026-27')
    expect((await readGames([ids[0] ?? '', '01900000-0000-7000-8000-000000000009']))[ids[0] ?? '']?.game.outcome?.winner).toBe('us')
  })

  it('is in the strip while something was played lately, and the strip is on', async () => {
    const { lines } = await readStrip(TODAY)
    expect(lines.map(({ game: { at } }) => at.slice(0, 10))).toEqual(['2026-11-11', '2026-11-16', '2026-11-20', '2026-11-24'])
    expect((await readStrip(new Date('2026-12-20T00:00:00Z'))).lines).toEqual([])
    const section = await aSection('Sports')
    done(await setSportsDesk(editor, { sectionId: section.id, strip: true }))
    expect((await readStrip(TODAY)).sectionSlug).toBe(section.slug)
    done(await setSportsDesk(editor, { sectionId: section.id, strip: false }))
    expect((await readStrip(TODAY)).lines).toEqual([])
    expect(problems(await setSportsDesk(editor, { sectionId: '01900000-0000-7000-8000-000000000009', strip: true }))).toMatch(/^sectionId: This section no longer exists/)
  })
})

describe('who keeps scores', () => {
  it('editors, advisers, and the writers of the sports section of this year', async () => {
    const [writer, sportsWriter] = [await anActor('WRITER'), await anActor('WRITER')]
    const section = await aSection('Athletics')
    done(await setSportsDesk(editor, { sectionId: section.id, strip: true }))
    const year = schoolYear(timeNow(), 'America/Los_Angeles')
    await db().membership.create({ data: { staffId: sportsWriter.staffId, schoolYear: year, position: 'Writer', sections: { create: { sectionId: section.id } } }, select: { id: true } })
    const teams = await db().sportsTeam.count()
    expect(problems(await addTeam(writer, team({ sport: 'football' })))).toMatch(/writers of the sports section/)
    expect(await db().sportsTeam.count()).toBe(teams)
    const { teamId } = done(await addTeam(sportsWriter, team({ sport: 'football', gender: 'boys' })))
    expect(problems(await setSportsDesk(sportsWriter, { sectionId: null, strip: true }))).toMatch(/role does not include/)
    expect((await sportsDesk(writer)).may).toMatchObject({ keep: false, set: false })
    expect((await deskTeam(sportsWriter, teamId))?.may.keep).toBe(true)
    expect(await opponentList(writer)).toEqual([])
    expect(await db().auditEvent.count({ where: { kind: 'sports.teamAdded', subjectId: teamId, actorId: sportsWriter.userId } })).toBe(1)
    done(await removeTeam(editor, { teamId, version: 1 }))
  })
})

describe('two at once, and what is refused', () => {
  it('the second change starts from something older, and is told so', async () => {
    const { teamId } = done(await addTeam(editor, team({ sport: 'volleyball' })))
    const { gameId } = done(await addGame(editor, { ...game(), teamId }))
    const sets: GameResult = { form: 'sets', sets: [{ us: 25, them: 20 }, { us: 25, them: 20 }, { us: 25, them: 20 }] }
    const answers = await Promise.all([enterResult(editor, { gameId, version: 1, result: sets }), enterResult(editor, { gameId, version: 1, result: sets })])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(problems(await changeTeam(editor, { teamId, version: 9, shortName: 'X', colour: 'red', league: '' }))).toMatch(/Somebody else changed this/)
    expect(problems(await keepRoster(editor, { teamId, version: 9, players: [] }))).toMatch(/Somebody else/)
    done(await changeTeam(editor, { teamId, version: 1, shortName: 'Lights', colour: 'red', league: '' }))
    expect(problems(await enterResult(editor, { gameId, version: 2, result: soccer(1, 0) }))).toMatch(/looks different/)
    expect(problems(await enterResult(editor, { gameId, version: 2, result: { form: 'sets', sets: [{ us: 25, them: 25 }] } }))).toMatch(/^sets\.0: Set 1 is tied/)
    expect(problems(await removeGame(editor, { gameId, version: 2 }))).toMatch(/has a result/)
    expect(problems(await removeTeam(editor, { teamId, version: 2 }))).toMatch(/has games/)
    done(await clearResult(editor, { gameId, version: 2 }))
    expect(problems(await clearResult(editor, { gameId, version: 3 }))).toMatch(/no result/)
    done(await removeGame(editor, { gameId, version: 3 }))
    expect(problems(await removeGame(editor, { gameId, version: 3 }))).toMatch(/no such game/)
    expect(problems(await addTeam(editor, team({ sport: 'volleyball' })))).toMatch(/^sport: This team is there already/)
  })

  it('a meet keeps the teams that its result names', async () => {
    const { teamId } = done(await addTeam(editor, team({ sport: 'swimming' })))
    const { gameId } = done(await addGame(editor, { ...game({ opponents: 'Pine Ridge, Tidewater', name: 'Relay Carnival' }), teamId }))
    const found = await deskGameById(editor, gameId)
    const [pine, tide] = found?.game.opponents.map(({ id }) => id) ?? []
    const result: GameResult = {
      form: 'meet',
      teams: [{ team: 'us', points: 90 }, { team: pine ?? '', points: 70 }, { team: tide ?? '', points: 88 }],
      events: [{ name: '200 medley relay', unit: 'time', relay: true, entries: [{ team: 'us', place: 1, athletes: ['Petra Lund', 'Ana Cho'], mark: '112.3', splits: ['60.1', '52.2'], points: 10 }] }],
    }
    done(await enterResult(editor, { gameId, version: 1, result }))
    expect((await deskGameById(editor, gameId))?.result).toMatchObject({ events: [{ entries: [{ mark: '1:52.30', splits: ['1:00.10', '52.20'] }] }] })
    expect(problems(await changeGame(editor, { ...game({ opponents: 'Pine Ridge' }), gameId, version: 2 }))).toMatch(/^opponents: The result names a team/)
    done(await changeGame(editor, { ...game({ opponents: 'Pine Ridge, Tidewater', place: 'AWAY' }), gameId, version: 2 }))
    expect((await readTeam('girls-varsity-swimming-2026-27'))?.games[0]).toMatchObject({ place: 'AWAY', outcome: { rank: 1, of: 3, winner: null } })
    expect((await gameChoices(editor, { query: 'tidewater' })).map(({ id }) => id)).toEqual([gameId])
    expect((await gameChoices(editor, { id: gameId }))[0]?.played).toBe(true)
  })

  it('an opponent is one, however it is typed, and is renamed everywhere', async () => {
    const [pine] = (await opponentList(editor)).filter(({ name }) => name.toLowerCase() === 'pine ridge')
    expect(pine?.games).toBeGreaterThan(1)
    expect(problems(await renameOpponent(editor, { opponentId: pine?.id ?? '', name: 'Tidewater' }))).toMatch(/^name: Another opponent/)
    done(await renameOpponent(editor, { opponentId: pine?.id ?? '', name: 'Pine Ridge High' }))
    expect((await readTeam('girls-varsity-soccer-2026-27'))?.games[0]?.opponents[0]?.name).toBe('Pine Ridge High')
    expect(problems(await renameOpponent(editor, { opponentId: '01900000-0000-7000-8000-000000000009', name: 'X' }))).toMatch(/no such opponent/)
  })
})

describe('names', () => {
  it('follow the paper’s policy, and the opt-out list at once, also where they were entered before', async () => {
    const { teamId } = done(await addTeam(editor, team({ sport: 'tennis' })))
    const { gameId } = done(await addGame(editor, { ...game({ opponents: 'Saint Brendan' }), teamId }))
    const result: GameResult = { form: 'matches', matches: [{ name: 'Singles 1', ours: 'Wren Calloway', theirs: 'Lee Osei', sets: [], given: 'us' }] }
    done(await enterResult(editor, { gameId, version: 1, result }))
    done(await keepRoster(editor, { teamId, version: 1, players: [{ name: 'Wren Calloway', number: '3', position: '', grade: '' }, { name: 'Ida Moss', number: '', position: '', grade: '' }] }))
    const admin = await anActor('ADMIN')
    expect(done(await addOptOut(admin, { name: 'Wren Calloway', otherNames: [], reason: '' })).tags).toEqual(['sports', 'polls'])
    const seen = JSON.stringify(await readTeam('girls-varsity-tennis-2026-27'))
    expect(seen).not.toContain('Calloway')
    expect((await readTeam('girls-varsity-tennis-2026-27'))?.roster[0]).toEqual({ name: null, number: '3', position: '', grade: '' })
    expect(problems(await keepRoster(editor, { teamId, version: 2, players: [{ name: 'Calloway, Wren', number: '', position: '', grade: '' }] }))).toMatch(/^players\.0\.name: A name on the opt-out list is here \(“Calloway, Wren”\)/)
    expect(problems(await enterResult(editor, { gameId, version: 2, result }))).toMatch(/opt-out list/)
    expect(problems(await addGame(editor, { ...game({ name: 'Wren Calloway Cup' }), teamId }))).toMatch(/^name: /)
    await db().paper.update({ where: { id: 1 }, data: { nameForm: 'SHORT' }, select: { id: true } })
    expect((await readTeam('girls-varsity-tennis-2026-27'))?.roster.map(({ name }) => name)).toEqual([null, 'Ida M.'])
    await db().paper.update({ where: { id: 1 }, data: { nameForm: 'FULL' }, select: { id: true } })
  })
})
