import 'server-only'
import { instantOf } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { resultProblems } from '#domain/sports/checks.ts'
import type { GameInput } from '#domain/sports/desk.ts'
import { SPORT_KEYS, type Sport } from '#domain/sports/kinds.ts'
import { resultSchema, withPlainMarks, type GameResult } from '#domain/sports/result.ts'
import { textsOfResult } from '#domain/sports/shown.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { Prisma } from '../generated/prisma/client.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'
import { lockGame, lockTeam, scorekeeper, type LockedGame } from './lock.ts'
import { refuseOptedOut } from './named.ts'
import { opponentIds } from './opponents.ts'

const shown = () => ({ ok: true as const, tags: [tags.sports()] })

/** A sport as it is stored; one that this version does not know has no rules here. */
export function sportOf(stored: string): Sport {
  const sport = SPORT_KEYS.find((key) => key === stored)
  if (sport === undefined) throw new Refusal('This version of the paper does not know the sport of this team.')
  return sport
}

/** The columns of a game. Where only the day is known, noon stands for it, which is the same day wherever the paper moves. */
async function columnsOf(tx: Tx, { date, time, place, venue, name, league, call, opponents }: GameInput) {
  const at = instantOf(`${date}T${time === '' ? '12:00' : time}:00`, (await paperDay(timeNow(), tx)).timeZone)
  if (at === null) throw new Refusal('There is no such day.', 'date')
  await refuseOptedOut(tx, [{ field: 'name', text: name }, { field: 'venue', text: venue }, ...opponents.map((text) => ({ field: 'opponents', text }))])
  return { at, timed: time !== '', place, venue, name, league, call }
}

const placed = (gameId: string, ids: readonly string[]) => ids.map((opponentId, position) => ({ gameId, opponentId, position }))

/** Adds a game to a team's schedule. */
export function addGame(asked: Actor, { teamId, ...input }: GameInput & { teamId: string }): Promise<CommandResult<{ gameId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      await lockTeam(tx, teamId)
      const columns = await columnsOf(tx, input)
      const { id } = await tx.sportsGame.create({ data: { ...columns, teamId, changedById: actor.userId }, select: { id: true } })
      await tx.sportsGameOpponent.createMany({ data: placed(id, await opponentIds(tx, input.opponents)) })
      await recordEvent(tx, { actor, kind: 'sports.gameAdded', subjectId: id })
      return { ...shown(), gameId: id }
    }),
  )
}

/** What a change of the opponents would do to a result that names them. */
function keptResult(game: LockedGame, ids: readonly string[]): void {
  const result = resultSchema.safeParse(game.result)
  if (result.success && resultProblems(result.data, sportOf(game.team.sport), ids).length > 0) throw new Refusal('The result names a team that would be gone. Correct the result first.', 'opponents')
}

/** Changes a game of the schedule. */
export function changeGame(asked: Actor, { gameId, version, ...input }: GameInput & { gameId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const game = await lockGame(tx, gameId, version)
      const columns = await columnsOf(tx, input)
      const ids = await opponentIds(tx, input.opponents)
      keptResult(game, ids)
      await tx.sportsGame.update({ where: { id: gameId }, data: { ...columns, changedById: actor.userId, version: { increment: 1 } }, select: { id: true } })
      await tx.sportsGameOpponent.deleteMany({ where: { gameId } })
      await tx.sportsGameOpponent.createMany({ data: placed(gameId, ids) })
      await recordEvent(tx, { actor, kind: 'sports.gameChanged', subjectId: gameId })
      return shown()
    }),
  )
}

/** Takes a game away that was entered by mistake. One with a result keeps it until that is taken back. */
export function removeGame(asked: Actor, { gameId, version }: { gameId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const game = await lockGame(tx, gameId, version)
      if (game.result !== null) throw new Refusal('This game has a result. Take the result back first.')
      await tx.sportsGame.delete({ where: { id: gameId }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.gameRemoved', subjectId: gameId, data: { teamId: game.teamId } })
      return shown()
    }),
  )
}

/** Keeps what a game came to, in place of what was known of it before. */
export function enterResult(asked: Actor, { gameId, version, result: given }: { gameId: string; version: number; result: GameResult }): Promise<CommandResult<{ version: number }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const game = await lockGame(tx, gameId, version)
      const problems = resultProblems(given, sportOf(game.team.sport), game.opponents.map(({ opponentId }) => opponentId))
      if (problems.length > 0) throw new Refusal(problems)
      const result = withPlainMarks(given)
      await refuseOptedOut(tx, textsOfResult(result).map((text) => ({ text })))
      await tx.sportsGame.update({ where: { id: gameId }, data: { result, resultAt: timeNow(), call: 'ON', changedById: actor.userId, version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.resultEntered', subjectId: gameId })
      return { ...shown(), version: version + 1 }
    }),
  )
}

/** Takes a result back: the game is to be played again, or it was entered for the wrong one. */
export function clearResult(asked: Actor, { gameId, version }: { gameId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const game = await lockGame(tx, gameId, version)
      if (game.result === null) throw new Refusal('This game has no result.')
      await tx.sportsGame.update({ where: { id: gameId }, data: { result: Prisma.DbNull, resultAt: null, changedById: actor.userId, version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.resultCleared', subjectId: gameId })
      return shown()
    }),
  )
}
