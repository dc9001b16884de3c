import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { figuresOf, pollState, type PollFigures, type PollState } from '#domain/polls/poll.ts'
import { wallTimeOf } from '#domain/school-time.ts'
import { timeNow } from '../clock.ts'
import { db } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'

export type DeskPoll = { id: string; question: string; options: string[]; opens: string; closes: string; state: PollState; version: number; figures: PollFigures; by: string; may: { keep: boolean; change: boolean } }

const SELECT = {
  id: true, question: true, opensAt: true, closesAt: true, closedAt: true, version: true, createdById: true,
  createdBy: { select: { staff: { select: { name: true } } } },
  options: { orderBy: { position: 'asc' }, select: { text: true, votes: true } },
} as const
const MOST = 100

async function deskPolls(actor: Actor, where: { id?: string; question?: { contains: string; mode: 'insensitive' } }, take: number): Promise<DeskPoll[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const now = timeNow()
  const { timeZone } = await paperDay(now)
  const wall = (at: Date | null) => {
    if (at === null) return ''
    const { date, time } = wallTimeOf(at, timeZone)
    return `${date}T${time}`
  }
  const rows = await db().poll.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take, select: SELECT })
  return rows.map(({ opensAt, closesAt, closedAt, createdById, createdBy, options, ...poll }) => {
    const figures = figuresOf(options)
    const state = pollState({ opensAt, closesAt, closedAt }, now)
    const keep = decide(actor.role, 'keepPoll', { isSelf: createdById === actor.userId }).allowed
    return { ...poll, options: options.map(({ text }) => text), opens: wall(opensAt), closes: wall(closesAt), state, figures, by: createdBy.staff.name, may: { keep: keep && state !== 'closed', change: keep && state !== 'closed' && figures.total === 0 } }
  })
}

/** The newest polls with their figures. */
export function pollList(actor: Actor): Promise<DeskPoll[]> {
  return deskPolls(actor, {}, MOST)
}

/** One poll; null where there is none that this actor may see. */
export async function pollById(actor: Actor, id: string): Promise<DeskPoll | null> {
  return (await deskPolls(actor, { id }, 1))[0] ?? null
}

/** Polls by words of their question, the newest first. */
export function findPolls(actor: Actor, query: string): Promise<DeskPoll[]> {
  return deskPolls(actor, query.trim() === '' ? {} : { question: { contains: query.trim(), mode: 'insensitive' } }, 20)
}
