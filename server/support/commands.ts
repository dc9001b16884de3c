import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { AdvertisementInput, DonationsInput } from '#domain/support/support.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { removeAdFiles } from './files.ts'

const TOUCHED = [tags.support()]

/** Policy, then lock: one person changes how the paper asks for support at a time. */
export async function lockSupportFor(tx: Tx, asked: Actor): Promise<Actor> {
  const acting = await actorNow(tx, asked)
  const verdict = decide(acting.role, 'runSupport')
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  await tx.$queryRaw`SELECT 1 FROM "Support" WHERE "id" = 1 FOR UPDATE`
  return acting
}

/** Says how the paper asks for donations, and whether it does. */
export function changeDonations(actor: Actor, input: DonationsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockSupportFor(tx, actor)
      const { donations, title, text, url, goal, raised } = input
      await tx.support.update({ where: { id: 1 }, data: { donations, title, text, url, goal, raised }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'support.donationsChanged', data: { donations, goal, raised } })
      return { ok: true, tags: TOUCHED }
    }),
  )
}

/** Lets advertisements run, or none. */
export function switchAds(actor: Actor, { advertisements }: { advertisements: boolean }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockSupportFor(tx, actor)
      await tx.support.update({ where: { id: 1 }, data: { advertisements }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'support.adsSwitched', data: { advertisements } })
      return { ok: true, tags: TOUCHED }
    }),
  )
}

/** Says whose an advertisement is, what it says, where it leads, and where and when it runs. */
export function changeAd(actor: Actor, { adId, startsOn, endsOn, ...input }: AdvertisementInput & { adId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockSupportFor(tx, actor)
      const { advertiser, url, alt, onFront, onStories } = input
      const { count } = await tx.advertisement.updateMany({ where: { id: adId }, data: { advertiser, url, alt, onFront, onStories, startsOn: new Date(`${startsOn}T00:00:00Z`), endsOn: new Date(`${endsOn}T00:00:00Z`) } })
      if (count === 0) throw new Refusal('This advertisement is gone.')
      await recordEvent(tx, { actor: acting, kind: 'support.adChanged', subjectId: adId, data: { startsOn, endsOn } })
      return { ok: true, tags: TOUCHED }
    }),
  )
}

/** Removes an advertisement with its picture. */
export function removeAd(actor: Actor, { adId }: { adId: string }): Promise<CommandResult> {
  return outcome(async () => {
    const gone = await inTransaction(async (tx) => {
      const acting = await lockSupportFor(tx, actor)
      const ad = await tx.advertisement.findUnique({ where: { id: adId }, select: { smallKey: true, largeKey: true, advertiser: true } })
      if (ad === null) throw new Refusal('This advertisement is gone.')
      await tx.advertisement.delete({ where: { id: adId }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'support.adRemoved', subjectId: adId, data: { advertiser: ad.advertiser } })
      return ad
    })
    await removeAdFiles([gone.smallKey, gone.largeKey])
    return { ok: true, tags: TOUCHED }
  })
}
