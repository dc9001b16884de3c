import 'server-only'
import { rightsProblem, waitsForFairUseYes, type AssetRightsInput } from '#domain/media.ts'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { actorNow } from '../auth/standing.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { liveStoriesOf, tagsOfStories } from './live.ts'

const GONE = 'This picture is gone.'
const LOCKED = {
  rights: true,
  rightsHolder: true,
  rightsProof: true,
  makerName: true,
  makerStaffId: true,
  fairUseApprovedAt: true,
  uploadedById: true,
} as const

/** Takes the lock that assetStandings shares: no publication reads the standing while it changes. */
async function lockAsset(tx: Tx, assetId: string) {
  await tx.$queryRaw`SELECT 1 FROM "MediaAsset" WHERE "id" = ${assetId}::uuid FOR NO KEY UPDATE`
  const asset = await tx.mediaAsset.findUnique({ where: { id: assetId }, select: LOCKED })
  if (asset === null) throw new Refusal(GONE)
  return asset
}

/**
 * Says why we may publish a picture, and who made it. A change of the right, its holder or its proof takes back an adviser's yes to
 * fair use. Where readers see the picture now, a right that would not allow that is refused.
 */
export function changeRights(actor: Actor, { assetId, ...input }: { assetId: string } & AssetRightsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const asset = await lockAsset(tx, assetId)
      const verdict = decide(acting.role, 'editMedia', { isSelf: asset.uploadedById === acting.userId })
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      const changed = changedFields(asset, input)
      if (changed.length === 0) return { ok: true, tags: [] }
      const resets = changed.some((field) => field === 'rights' || field === 'rightsHolder' || field === 'rightsProof')
      const live = await liveStoriesOf(tx, assetId)
      if (live.length > 0 && resets) refuseWhereLive(input)
      await requireStaff(tx, input.makerStaffId)
      const { rights, rightsHolder, rightsProof, makerName, makerStaffId } = input
      await tx.mediaAsset.update({
        where: { id: assetId },
        data: { rights, rightsHolder, rightsProof, makerName, makerStaffId, ...(resets ? { fairUseApprovedAt: null, fairUseApprovedById: null } : {}) },
        select: { id: true },
      })
      await recordEvent(tx, { actor: acting, kind: 'media.rightsChanged', subjectId: assetId, data: { from: asset.rights, to: rights, changed } })
      return { ok: true, tags: tagsOfStories(live) }
    }),
  )
}

function changedFields(before: AssetRightsInput, after: AssetRightsInput): string[] {
  const fields = ['rights', 'rightsHolder', 'rightsProof', 'makerName', 'makerStaffId'] as const
  return fields.filter((field) => before[field] !== after[field])
}

function refuseWhereLive(input: AssetRightsInput): void {
  if (rightsProblem(input) === null && !waitsForFairUseYes({ rights: input.rights, fairUseApproved: false })) return
  throw new Refusal('Readers see this picture now, and with these rights it may not be published. Withdraw the story or replace the picture first.', 'rights')
}

async function requireStaff(tx: Tx, staffId: string | null): Promise<void> {
  if (staffId === null) return
  const staff = await tx.staffMember.findUnique({ where: { id: staffId }, select: { id: true } })
  if (staff === null) throw new Refusal('Choose somebody on staff, or type a name.', 'makerStaffId')
}

/** An adviser's yes to a claim of fair use, once it is justified in writing; never to one's own upload. */
export function approveFairUse(actor: Actor, { assetId }: { assetId: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await actorNow(tx, actor)
      const asset = await lockAsset(tx, assetId)
      const verdict = decide(acting.role, 'approveFairUse')
      if (!verdict.allowed) throw new Refusal(verdict.reason)
      if (asset.uploadedById === acting.userId) throw new Refusal('You uploaded this picture, so somebody else must agree.')
      if (asset.rights !== 'FAIR_USE') throw new Refusal('Nobody claims fair use of this picture now.', 'rights')
      const missing = rightsProblem(asset)
      if (missing !== null) throw new Refusal(missing, 'rightsProof')
      if (asset.fairUseApprovedAt !== null) return { ok: true, tags: [] }
      await tx.mediaAsset.update({ where: { id: assetId }, data: { fairUseApprovedAt: new Date(), fairUseApprovedById: acting.userId }, select: { id: true } })
      await recordEvent(tx, { actor: acting, kind: 'media.fairUseApproved', subjectId: assetId })
      return { ok: true, tags: tagsOfStories(await liveStoriesOf(tx, assetId)) }
    }),
  )
}
