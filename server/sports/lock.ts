import 'server-only'
import { schoolYear } from '#domain/school-year.ts'
import type { Actor } from '#domain/people.ts'
import { decide, type Verdict } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { paperDay } from '../settings/paper-day.ts'

type Reads = Pick<Tx, 'sportsDesk' | 'membershipSection' | 'paper'>

/** Whether somebody works for the sports section in this school year. */
async function worksForSports(client: Reads, staffId: string): Promise<boolean> {
  const desk = await client.sportsDesk.findUnique({ where: { id: 1 }, select: { sectionId: true } })
  if (desk === null || desk.sectionId === null) return false
  const now = timeNow()
  const year = schoolYear(now, (await paperDay(now, client)).timeZone)
  return (await client.membershipSection.count({ where: { sectionId: desk.sectionId, membership: { staffId, schoolYear: year } } })) > 0
}

/** May this person keep scores now? */
export async function scoresVerdict(client: Reads, actor: Actor): Promise<Verdict> {
  const verdict = decide(actor.role, 'keepScores')
  return verdict.allowed ? verdict : decide(actor.role, 'keepScores', { isSelf: await worksForSports(client, actor.staffId) })
}

/** The first step of every command of the sports desk. Answers the actor with the role that they have now. */
export async function scorekeeper(tx: Tx, asked: Actor): Promise<Actor> {
  const actor = await actorNow(tx, asked)
  const verdict = await scoresVerdict(tx, actor)
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return actor
}

const CHANGED = 'Somebody else changed this while you were at it, so nothing was saved. What you typed is still here: open the page in another tab, and enter it there.'

const TEAM = { id: true, slug: true, sport: true, version: true, shortName: true, colour: true, league: true } as const satisfies Prisma.SportsTeamSelect
export type TeamRow = Prisma.SportsTeamGetPayload<{ select: typeof TEAM }>

/** Locks a team; `version`: the one that the change started from. */
export async function lockTeam(tx: Tx, teamId: string, version?: number): Promise<TeamRow> {
  await tx.$queryRaw`SELECT 1 FROM "SportsTeam" WHERE "id" = ${teamId}::uuid FOR UPDATE`
  const team = await tx.sportsTeam.findUnique({ where: { id: teamId }, select: TEAM })
  if (team === null) throw new Refusal('There is no such team.')
  if (version !== undefined && team.version !== version) throw new Refusal(CHANGED)
  return team
}

const GAME = { id: true, teamId: true, result: true, version: true, team: { select: { sport: true } }, opponents: { orderBy: { position: 'asc' }, select: { opponentId: true } } } as const satisfies Prisma.SportsGameSelect
export type LockedGame = Prisma.SportsGameGetPayload<{ select: typeof GAME }>

/** Locks a game; `version`: the one that the change started from. */
export async function lockGame(tx: Tx, gameId: string, version: number): Promise<LockedGame> {
  await tx.$queryRaw`SELECT 1 FROM "SportsGame" WHERE "id" = ${gameId}::uuid FOR UPDATE`
  const game = await tx.sportsGame.findUnique({ where: { id: gameId }, select: GAME })
  if (game === null) throw new Refusal('There is no such game.')
  if (game.version !== version) throw new Refusal(CHANGED)
  return game
}
