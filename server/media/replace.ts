import 'server-only'
import type { ReplaceAsset, ReplaceReport } from '#domain/media-library.ts'
import type { Actor } from '#domain/people.ts'
import { withPictureReplaced } from '#domain/replace-picture.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { changeDraftIn } from '../stories/save.ts'
import { standing } from './asset-rows.ts'
import { refuseWhereLive } from './commands.ts'
import { liveStoriesOf, tagsOfStories } from './live.ts'
import { lockAssetFor, type LockedAsset } from './lock.ts'
import { removeProofFile } from './remove.ts'

/**
 * Puts a better file in the place of a picture: in every working copy that places the old one and that the actor may edit, with the words
 * that stand there. What readers see stays the old one until the new revision is approved and published ("never bends" 1); the answer
 * lists those stories, and those that could not be changed.
 */
export function replaceAsset(actor: Actor, { assetId, newAssetId, takeWords, takeRights }: ReplaceAsset): Promise<CommandResult<{ report: ReplaceReport }>> {
  return outcome(() =>
    inTransaction(async (tx) => {
      if (assetId === newAssetId) throw new Refusal('Choose another picture to take its place.', 'newAssetId')
      const stories = await lockStoriesWith(tx, assetId)
      // In the order of their ids, so that two replacements never wait for each other.
      const locked = new Map<string, { acting: Actor; asset: LockedAsset }>()
      for (const id of [assetId, newAssetId].sort()) locked.set(id, await lockAssetFor(tx, actor, 'editMedia', id))
      const [before, after] = [locked.get(assetId), locked.get(newAssetId)]
      if (before === undefined || after === undefined) throw new Error('media: a lock was lost')
      if (after.asset.status === 'FAILED') throw new Refusal('The new picture could not be prepared. Upload it again.', 'newAssetId')
      const live = takeRights ? await liveStoriesOf(tx, newAssetId) : []
      if (live.length > 0) await refuseWhereLive(tx, after.asset, standing({ ...after.asset, ...rightsOf(before.asset) }))
      await tx.mediaAsset.update({
        where: { id: newAssetId },
        data: { replacedById: null, ...(takeWords ? wordsOf(before.asset) : {}), ...(takeRights ? rightsOf(before.asset) : {}) },
        select: { id: true },
      })
      await tx.mediaAsset.update({ where: { id: assetId }, data: { replacedById: newAssetId }, select: { id: true } })
      await recordEvent(tx, { actor: before.acting, kind: 'media.replaced', subjectId: assetId, data: { by: newAssetId, takeWords, takeRights } })
      const report = await replaceInStories(tx, before.acting, stories, assetId, newAssetId)
      if (takeRights && after.asset.proofFileKey !== null) await removeProofFile(tx, after.asset.proofFileKey)
      return { ok: true, tags: tagsOfStories(live), report }
    }),
  )
}

type Placing = { id: string; headline: string; inWorkingCopy: boolean; live: boolean }

/** The stories that place a picture now, locked before any picture is: whoever publishes takes the locks in the same order. */
async function lockStoriesWith(tx: Tx, assetId: string): Promise<Placing[]> {
  const placing = { placements: { some: { assetId } } }
  const stories = await tx.story.findMany({
    where: { OR: [{ workingRevision: { is: placing } }, { liveRevision: { is: placing } }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const ids = stories.map(({ id }) => id)
  if (ids.length > 0) await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ANY (${ids}::uuid[]) ORDER BY "id" FOR UPDATE`
  const placements = { where: { assetId }, take: 1, select: { id: true } }
  const rows = await tx.story.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: { id: true, workingRevision: { select: { headline: true, placements } }, liveRevision: { select: { placements } } },
  })
  return rows.map(({ id, workingRevision, liveRevision }) => ({
    id,
    headline: workingRevision?.headline ?? '',
    inWorkingCopy: (workingRevision?.placements.length ?? 0) > 0,
    live: (liveRevision?.placements.length ?? 0) > 0,
  }))
}

async function replaceInStories(tx: Tx, actor: Actor, stories: readonly Placing[], from: string, to: string): Promise<ReplaceReport> {
  const report: ReplaceReport = { changed: [], waitForApproval: [], notChanged: [] }
  for (const { id: storyId, headline, inWorkingCopy, live } of stories) {
    const refused = inWorkingCopy ? await replaceIn(tx, actor, storyId, from, to) : null
    if (refused !== null) report.notChanged.push({ storyId, headline, reason: refused })
    else if (inWorkingCopy) report.changed.push({ storyId, headline })
    if (live && refused === null) report.waitForApproval.push({ storyId, headline })
  }
  return report
}

/** Why this story could not be changed, or null. A refusal comes before anything is written. */
async function replaceIn(tx: Tx, actor: Actor, storyId: string, from: string, to: string): Promise<string | null> {
  try {
    await changeDraftIn(tx, actor, storyId, (content) => withPictureReplaced(content, from, to))
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** What a picture says of itself; the version rises, since whoever has the form of the new one open saw other words. */
function wordsOf({ caption, alt, credit, copyright, takenAt, place, people }: LockedAsset) {
  return { caption, alt, credit, copyright, takenAt, place, people, version: { increment: 1 } }
}

/** A right with its proof and maker. An adviser agreed to the old picture, not to this one, so a yes to fair use stays behind. */
function rightsOf(asset: LockedAsset) {
  const { rights, rightsHolder, rightsProof, proofUrl, proofFileKey, proofFileName, expiresOn, makerKind, makerName, makerStaffId } = asset
  return { rights, rightsHolder, rightsProof, proofUrl, proofFileKey, proofFileName, expiresOn, makerKind, makerName, makerStaffId, fairUseApprovedAt: null, fairUseApprovedById: null }
}
