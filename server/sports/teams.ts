import 'server-only'
import type { Actor } from '#domain/people.ts'
import { teamSlug, type NewTeam, type Player, type StandingInput, type TeamChange } from '#domain/sports/desk.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { lockTeam, scorekeeper } from './lock.ts'
import { refuseOptedOut } from './named.ts'
import { opponentIds } from './opponents.ts'

const shown = () => ({ ok: true as const, tags: [tags.sports()] })

/** Adds a team of a school year. */
export function addTeam(asked: Actor, input: NewTeam): Promise<CommandResult<{ teamId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const slug = teamSlug(input)
      if ((await tx.sportsTeam.count({ where: { slug } })) > 0) throw new Refusal('This team is there already. Choose another sport, level or school year.', 'sport')
      await refuseOptedOut(tx, [{ field: 'shortName', text: input.shortName }, { field: 'league', text: input.league }])
      const { id } = await tx.sportsTeam.create({ data: { ...input, slug }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.teamAdded', subjectId: id })
      return { ...shown(), teamId: id }
    }),
  )
}

/** Changes what a team is called, its colour and its league. */
export function changeTeam(asked: Actor, { teamId, version, ...words }: TeamChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      await lockTeam(tx, teamId, version)
      await refuseOptedOut(tx, [{ field: 'shortName', text: words.shortName }, { field: 'league', text: words.league }])
      await tx.sportsTeam.update({ where: { id: teamId }, data: { ...words, version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.teamChanged', subjectId: teamId })
      return shown()
    }),
  )
}

/** Takes away a team that never had a game, with its roster. One that played is part of the paper's past. */
export function removeTeam(asked: Actor, { teamId, version }: { teamId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      await lockTeam(tx, teamId, version)
      if ((await tx.sportsGame.count({ where: { teamId } })) > 0) throw new Refusal('This team has games. Remove those first, if they were entered by mistake.')
      await tx.sportsTeam.delete({ where: { id: teamId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.teamRemoved', subjectId: teamId })
      return shown()
    }),
  )
}

type Roster = { teamId: string; version: number; players: Player[] }

/** Keeps a team's roster as it is given, whole and in this order. */
export function keepRoster(asked: Actor, { teamId, version, players }: Roster): Promise<CommandResult<{ version: number }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      await lockTeam(tx, teamId, version)
      await refuseOptedOut(tx, players.map(({ name, position }, index) => ({ field: `players.${index}.name`, text: `${name}; ${position}` })))
      await tx.sportsPlayer.deleteMany({ where: { teamId } })
      await tx.sportsPlayer.createMany({ data: players.map((player, line) => ({ ...player, teamId, line })) })
      await tx.sportsTeam.update({ where: { id: teamId }, data: { version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.rosterChanged', subjectId: teamId, data: { players: players.length } })
      return { ...shown(), version: version + 1 }
    }),
  )
}

type Table = { teamId: string; version: number; rows: StandingInput[] }

/** Keeps the other teams of a league as they are given; the team's own line is counted from its games. */
export function keepStandings(asked: Actor, { teamId, version, rows }: Table): Promise<CommandResult<{ version: number }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const team = await lockTeam(tx, teamId, version)
      const names = rows.map(({ name }) => name.toLowerCase())
      const twice = names.findIndex((name, index) => names.indexOf(name) !== index || name === team.shortName.toLowerCase())
      if (twice !== -1) throw new Refusal('Each team stands here once; your own is counted from its games.', `rows.${twice}.name`)
      await refuseOptedOut(tx, rows.map(({ name }, index) => ({ field: `rows.${index}.name`, text: name })))
      const ids = await opponentIds(tx, rows.map(({ name }) => name))
      await tx.sportsStanding.deleteMany({ where: { teamId } })
      await tx.sportsStanding.createMany({ data: rows.flatMap(({ wins, losses, ties }, index) => (ids[index] === undefined ? [] : [{ teamId, opponentId: ids[index], wins, losses, ties }])) })
      await tx.sportsTeam.update({ where: { id: teamId }, data: { version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.standingsChanged', subjectId: teamId })
      return { ...shown(), version: version + 1 }
    }),
  )
}
