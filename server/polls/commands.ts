import 'server-only'
import { instantOf } from '#domain/day.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { MAX_OPTIONS, pollState, type PollInput } from '#domain/polls/poll.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { timeNow } from '../clock.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { refuseOptedOut } from '../sports/named.ts'
import { paperDay } from '../settings/paper-day.ts'
import { tags } from '../stories/cache.ts'

type Locked = { actor: Actor; poll: { id: string; version: number; closedAt: Date | null; votes: number } }

/** Locks a poll for somebody who may do this with it. `version`: the one that the change started from. */
async function lockPoll(tx: Tx, asked: Actor, pollId: string, version: number): Promise<Locked> {
  const actor = await actorNow(tx, asked)
  await tx.$queryRaw`SELECT 1 FROM "Poll" WHERE "id" = ${pollId}::uuid FOR UPDATE`
  const row = await tx.poll.findUnique({ where: { id: pollId }, select: { id: true, version: true, closedAt: true, createdById: true, options: { select: { votes: true } } } })
  const verdict = decide(actor.role, 'keepPoll', { isSelf: row?.createdById === actor.userId })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  if (row === null) throw new Refusal('There is no such poll.')
  if (row.version !== version) throw new Refusal('Somebody else changed this poll while you were at it, so nothing was saved. Load the page again.')
  return { actor, poll: { ...row, votes: row.options.reduce((sum, { votes }) => sum + votes, 0) } }
}

/** The instants of a poll's times, which are told by the paper's clocks. */
async function timesOf(tx: Tx, { opens, closes }: PollInput): Promise<{ opensAt: Date | null; closesAt: Date | null }> {
  const { timeZone } = await paperDay(timeNow(), tx)
  const at = (wall: string) => (wall === '' ? null : instantOf(`${wall}:00`, timeZone))
  const [opensAt, closesAt] = [at(opens), at(closes)]
  if (opens !== '' && opensAt === null) throw new Refusal('There is no such time.', 'opens')
  if (closes !== '' && closesAt === null) throw new Refusal('There is no such time.', 'closes')
  if (closesAt !== null && closesAt <= timeNow()) throw new Refusal('This time is over already.', 'closes')
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) throw new Refusal('It would close before it opens.', 'closes')
  return { opensAt, closesAt }
}

async function refuseNames(tx: Tx, { question, options }: PollInput): Promise<void> {
  await refuseOptedOut(tx, [{ field: 'question', text: question }, ...options.map((text) => ({ field: 'options', text }))])
}

const opened = ({ opensAt }: { opensAt: Date | null }) => (opensAt === null || opensAt <= timeNow() ? timeNow() : null)

/** Makes a poll. Readers see it once a story that asks it is live. */
export function makePoll(asked: Actor, input: PollInput): Promise<CommandResult<{ pollId: string }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await actorNow(tx, asked)
      const verdict = decide(actor.role, 'makePoll')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const times = await timesOf(tx, input)
      await refuseNames(tx, input)
      const options = { create: input.options.map((text, position) => ({ text, position })) }
      const { id } = await tx.poll.create({ data: { question: input.question, ...times, openedAt: opened(times), createdById: actor.userId, options }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'poll.made', subjectId: id })
      return { ok: true, tags: [tags.polls()], pollId: id }
    }),
  )
}

/** Whether a story that asks this poll is with whoever decides on it, approved or live: its words are part of what they read. */
async function isUnderReview(tx: Tx, id: string): Promise<boolean> {
  const block = JSON.stringify({ content: [{ type: 'poll', attrs: { pollId: id } }] })
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Revision" r JOIN "Story" s ON s."id" = r."storyId"
    WHERE r."body" @? '$.content[*] ? (@.type == "poll")' AND r."body" @> ${block}::jsonb
      AND (r."id" = s."liveRevisionId" OR (r."id" = s."workingRevisionId" AND s."state" IN ('REVIEW', 'APPROVED'))) LIMIT 1`
  return rows.length > 0
}

/** Changes a poll's words and times, until somebody decides on a story that asks it, or has voted. */
export function changePoll(asked: Actor, { pollId, version, ...input }: PollInput & { pollId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, poll } = await lockPoll(tx, asked, pollId, version)
      if (poll.votes > 0) throw new Refusal('Readers have voted, so its words stay as they are. You can close it and make another one.')
      if (poll.closedAt !== null) throw new Refusal('This poll is closed.')
      if (await isUnderReview(tx, poll.id)) throw new Refusal('A story with this poll is in review, approved or live: its words were read with it. Make another poll, and put that into a new version of the story.')
      const times = await timesOf(tx, input)
      await refuseNames(tx, input)
      await tx.pollOption.deleteMany({ where: { pollId } })
      const options = { create: input.options.map((text, position) => ({ text, position })) }
      await tx.poll.update({ where: { id: pollId }, data: { question: input.question, ...times, openedAt: opened(times), version: { increment: 1 }, options }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'poll.changed', subjectId: pollId })
      return { ok: true, tags: [tags.polls()] }
    }),
  )
}

/** Closes a poll for good: readers see what it came to. */
export function closePoll(asked: Actor, { pollId, version }: { pollId: string; version: number }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor, poll } = await lockPoll(tx, asked, pollId, version)
      if (poll.closedAt !== null) throw new Refusal('This poll is closed already.')
      await tx.poll.update({ where: { id: pollId }, data: { closedAt: timeNow(), version: { increment: 1 } }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'poll.closed', subjectId: pollId })
      return { ok: true, tags: [tags.polls()] }
    }),
  )
}

/** Whether readers can see a poll: a live story asks it. */
export async function isAskedLive(client: Pick<Tx, '$queryRaw'>, pollId: string): Promise<boolean> {
  const block = JSON.stringify({ content: [{ type: 'poll', attrs: { pollId } }] })
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM "Revision" r JOIN "Story" s ON s."liveRevisionId" = r."id"
    WHERE r."body" @? '$.content[*] ? (@.type == "poll")' AND r."body" @> ${block}::jsonb LIMIT 1`
  return rows.length > 0
}

/** Counts a vote. Nothing is kept of it but the count, so the record has no event of it. The poll is locked against being changed or closed meanwhile. */
export function vote({ poll: pollId, option }: { poll: string; option: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Poll" WHERE "id" = ${pollId}::uuid FOR SHARE`
      const row = await tx.poll.findUnique({ where: { id: pollId }, select: { opensAt: true, closesAt: true, closedAt: true, options: { take: MAX_OPTIONS, select: { id: true } } } })
      if (row === null || !(await isAskedLive(tx, pollId))) throw new Refusal('missing')
      if (pollState(row, timeNow()) !== 'open') throw new Refusal('notOpen')
      if (!row.options.some(({ id }) => id === option)) throw new Refusal('choose', 'option')
      await tx.pollOption.update({ where: { id: option }, data: { votes: { increment: 1 } }, select: { id: true } })
      return { ok: true, tags: [] }
    }),
  )
}
