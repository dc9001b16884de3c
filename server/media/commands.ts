import 'server-only'
import { creditClaim } from '#domain/credits.ts'
import { rightsProblem, waitsForFairUseYes, type AssetRightsInput, type AssetStanding, type NewsroomAsset } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { paperDay } from '../settings/paper-day.ts'
import { dayOf, standing } from './asset-rows.ts'
import { liveStoriesOf, tagsOfStories } from './live.ts'
import { lockAsset, lockAssetFor, type LockedAsset } from './lock.ts'
import { reread } from './words.ts'

/** The fields that make up a right; a change of one takes back an adviser's yes to fair use. */
const RIGHT = ['rights', 'rightsHolder', 'rightsProof', 'proofUrl', 'expiresOn'] as const
const FIELDS = [...RIGHT, 'makerKind', 'makerName', 'makerStaffId'] as const

/**
 * Says why we may publish a picture, and who made it. A change of the right, its holder or its proof takes back an adviser's yes to
 * fair use. Where readers see the picture now, a right that would not allow that is refused.
 */
export function changeRights(actor: Actor, { assetId, ...input }: { assetId: string } & AssetRightsInput): Promise<CommandResult<{ asset: NewsroomAsset }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { acting, asset } = await lockAssetFor(tx, actor, 'editMedia', assetId)
      const after = { ...input, makerName: await makerNameOf(tx, input) }
      const before: AssetRightsInput = { ...asset, expiresOn: dayOf(asset.expiresOn) }
      const changed = FIELDS.filter((field) => before[field] !== after[field])
      if (changed.length === 0) return { ok: true, tags: [], asset: await reread(tx, acting, assetId) }
      const resets = RIGHT.some((field) => changed.includes(field))
      const yes = asset.fairUseApprovedAt !== null && !resets
      const live = await liveStoriesOf(tx, assetId)
      if (live.length > 0) await refuseWhereLive(tx, asset, { ...standing(asset), ...after, fairUseApproved: yes })
      await tx.mediaAsset.update({
        where: { id: assetId },
        data: { ...after, expiresOn: after.expiresOn === null ? null : new Date(`${after.expiresOn}T00:00:00Z`), ...(resets ? { fairUseApprovedAt: null, fairUseApprovedById: null } : {}) },
        select: { id: true },
      })
      await recordEvent(tx, { actor: acting, kind: 'media.rightsChanged', subjectId: assetId, data: { from: asset.rights, to: after.rights, changed } })
      return { ok: true, tags: tagsOfStories(live), asset: await reread(tx, acting, assetId) }
    }),
  )
}

/** What keeps a picture with this standing from staying where readers see it now; null = nothing. */
async function liveProblem(tx: Tx, assetId: string, after: AssetStanding): Promise<string | null> {
  const { today } = await paperDay(new Date(), tx)
  const rights = rightsProblem(after, today)
  if (rights !== null) return rights
  if (waitsForFairUseYes(after)) return 'An adviser must agree that this is fair use.'
  const placements = await tx.placement.findMany({ where: { assetId, revision: { is: { liveOf: { isNot: null } } } }, select: { credit: true, caption: true } })
  return placements.map((placement) => creditClaim(placement, after)).find((claim) => claim !== null) ?? null
}

/** Refuses what would make a live picture one that may not be published. What is wrong already may become less so. */
export async function refuseWhereLive(tx: Tx, asset: LockedAsset, after: AssetStanding): Promise<void> {
  const problem = await liveProblem(tx, asset.id, after)
  if (problem === null || (await liveProblem(tx, asset.id, standing(asset))) !== null) return
  throw new Refusal(`Readers see this picture now, and with these rights it may not be published. Withdraw the story or replace the picture first. (${problem})`, 'rights')
}

/** The same for a proof that is about to go. */
export async function refuseWithoutProof(tx: Tx, asset: LockedAsset): Promise<void> {
  if ((await liveStoriesOf(tx, asset.id)).length > 0) await refuseWhereLive(tx, asset, { ...standing(asset), proofFileName: '' })
}

/** The name to keep of a maker: of somebody on staff, the one that the staff list has. */
async function makerNameOf(tx: Tx, { makerName, makerStaffId }: AssetRightsInput): Promise<string> {
  if (makerStaffId === null) return makerName
  const staff = await tx.staffMember.findUnique({ where: { id: makerStaffId }, select: { name: true } })
  if (staff === null) throw new Refusal('Choose somebody on staff, or say that it was made by somebody else.', 'makerStaffId')
  return staff.name
}

/** An adviser's yes to a claim of fair use, once it is justified in writing; never to one's own upload. */
export function approveFairUse(actor: Actor, { assetId }: { assetId: string }): Promise<CommandResult<{ asset: NewsroomAsset }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const asset = await lockAsset(tx, assetId)
      const verdict = decide(acting.role, 'approveFairUse')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (asset.uploadedById === acting.userId) throw new Refusal('You uploaded this picture, so somebody else must agree.')
      if (asset.rights !== 'FAIR_USE') throw new Refusal('Nobody claims fair use of this picture now.', 'rights')
      const missing = rightsProblem(standing(asset), (await paperDay(new Date(), tx)).today)
      if (missing !== null) throw new Refusal(missing, 'rightsProof')
      if (asset.fairUseApprovedAt !== null) return { ok: true, tags: [], asset: await reread(tx, acting, assetId) }
      await tx.mediaAsset.update({ where: { id: assetId }, data: { fairUseApprovedAt: new Date(), fairUseApprovedById: acting.userId }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'media.fairUseApproved', subjectId: assetId })
      return { ok: true, tags: tagsOfStories(await liveStoriesOf(tx, assetId)), asset: await reread(tx, acting, assetId) }
    }),
  )
}
