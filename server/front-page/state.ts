import 'server-only'
import { AUTOMATIC, type FrontLayout } from '#domain/front-page/layout.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { storedLayout } from './view.ts'

/** The draft that editors work on, what readers see, and the lock that every change of either holds. */

/** How many steps back the draft can be taken. */
const STEPS_KEPT = 100

const PAGE = {
  version: true,
  step: true,
  changedAt: true,
  changedWords: true,
  changedBy: { select: { id: true, staff: { select: { name: true } } } },
  bannerEndedAt: true,
  live: { select: { id: true, layout: true, publishedAt: true } },
} as const

/** How the front page stands. `live` null: the automatic front; `bannerOver`: the banner of what is live came down by itself. */
export type FrontState = {
  version: number
  step: number
  draft: FrontLayout
  changed: { by: string; byId: string; at: Date; words: string } | null
  live: { id: string; layout: FrontLayout; publishedAt: Date } | null
  bannerOver: boolean
}

/** Reads how the front page stands. */
export async function frontState(client: Pick<Tx, 'frontPage' | 'frontStep'>): Promise<FrontState> {
  const { version, step, changedAt, changedBy, changedWords, live, bannerEndedAt } = await client.frontPage.findUniqueOrThrow({ where: { id: 1 }, select: PAGE })
  const current = step === 0 ? null : await client.frontStep.findUnique({ where: { number: step }, select: { layout: true } })
  return {
    version,
    step,
    draft: current === null ? AUTOMATIC : storedLayout(current.layout, `step ${step}`),
    changed: changedAt === null || changedBy === null ? null : { by: changedBy.staff.name, byId: changedBy.id, at: changedAt, words: changedWords },
    live: live === null ? null : { ...live, layout: storedLayout(live.layout, live.id) },
    bannerOver: bannerEndedAt !== null,
  }
}

/** Takes the row lock of the front page until the transaction ends. */
export async function lockFront(tx: Tx): Promise<FrontState> {
  await tx.$queryRaw`SELECT 1 FROM "FrontPage" WHERE "id" = 1 FOR UPDATE`
  return frontState(tx)
}

/** Policy, then lock: the first steps of every command on the front page. Answers the actor with the role that they have now. */
export async function lockFrontFor(tx: Tx, asked: Actor): Promise<{ actor: Actor; state: FrontState }> {
  const actor = await actorNow(tx, asked)
  const verdict = decide(actor.role, 'arrangeFront')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return { actor, state: await lockFront(tx) }
}

/** Refuses what was decided on a draft that is not the newest: whoever decided has not seen it. */
export function refuseStale(actor: Actor, { version, changed }: FrontState, seen: number): void {
  if (version === seen) return
  if (changed?.byId === actor.userId) throw new Refusal(`You changed the draft (“${changed.words}”) in another tab or just now, so nothing was done. Load the page again, then do it again.`, 'draft')
  const who = changed === null ? 'Somebody changed the draft' : `${changed.by} changed the draft (“${changed.words}”)`
  throw new Refusal(`${who} while you had it open, so nothing was done. Load the page again to see the newest draft, then do it again.`, 'draft')
}

/** Puts one more step behind the draft; what had been undone ends with it. */
export async function writeStep(tx: Tx, actor: Actor, { step }: FrontState, to: { layout: FrontLayout; words: string; did: string; now: Date }): Promise<void> {
  const { layout, words, did, now } = to
  await tx.frontStep.deleteMany({ where: { OR: [{ number: { gt: step } }, { number: { lte: step - STEPS_KEPT } }] } })
  await tx.frontStep.create({ data: { number: step + 1, layout, words, byId: actor.userId, at: now }, select: { number: true } })
  await moveDraft(tx, actor, { step: step + 1, words, did, now })
}

/** Makes the draft what it is at a step. */
export async function moveDraft(tx: Tx, actor: Actor, to: { step: number; words: string; did: string; now: Date }): Promise<void> {
  const { step, words, did, now } = to
  await tx.frontPage.update({ where: { id: 1 }, data: { step, version: { increment: 1 }, changedAt: now, changedById: actor.userId, changedWords: words }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'front.arranged', data: { did, step } })
}
