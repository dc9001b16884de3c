import 'server-only'
import { readFile } from 'node:fs/promises'
import type { Actor } from '#domain/people.ts'
import type { PlacementInput } from '#domain/story.ts'
import { db } from '#server/db.ts'
import { changeRights } from '#server/media/commands.ts'
import { claimNext } from '#server/media/claims.ts'
import { prepare } from '#server/media/processing.ts'
import { uploadMedia } from '#server/media/upload.ts'
import { updateAsset } from '#server/media/words.ts'
import type { DemoPicture, Writer } from './copy.ts'
import { done } from './done.ts'

const FOLDER = new URL('./pictures/', import.meta.url)

/** Uploads each picture once, as its artist, says why it may be published, and prepares it. Answers asset ids by file name. */
export async function seedPictures(pictures: readonly DemoPicture[], people: Record<Writer, Actor>): Promise<Map<string, string>> {
  const assets = new Map<string, string>()
  for (const { file, artist, caption, alt } of pictures) {
    if (assets.has(file)) continue
    const actor = people[artist]
    const { asset } = done(`upload ${file}`, await uploadMedia(actor, { fileName: file, bytes: await readFile(new URL(file, FOLDER)) }))
    const rights = { rights: 'STAFF' as const, rightsHolder: '', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'STAFF' as const, makerName: actor.name, makerStaffId: actor.staffId }
    done(`rights of ${file}`, await changeRights(actor, { assetId: asset.id, ...rights }))
    const words = { caption, alt, credit: `Illustration by ${actor.name}` }
    done(`words of ${file}`, await updateAsset(actor, { assetId: asset.id, version: asset.version, ...words }))
    assets.set(file, asset.id)
  }
  await Promise.all([prepareAll(), prepareAll()])
  const ready = await db().mediaAsset.count({ where: { id: { in: [...assets.values()] }, status: 'READY' } })
  if (ready !== assets.size) throw new Error(`Only ${ready} of ${assets.size} demo pictures could be prepared.`)
  return assets
}

// The desk prepares one at a time, so as to leave a serving paper its other core; here nothing is served yet.
async function prepareAll(): Promise<void> {
  for (let claim = await claimNext(); claim !== null; claim = await claimNext()) await prepare(claim)
}

/** A demo picture as a placement, credited to its artist. */
export function placed(picture: DemoPicture, assets: Map<string, string>, people: Record<Writer, Actor>): PlacementInput {
  const assetId = assets.get(picture.file)
  if (assetId === undefined) throw new Error(`The demo picture ${picture.file} was not uploaded.`)
  return { assetId, caption: picture.caption, alt: picture.alt, credit: `Illustration by ${people[picture.artist].name}` }
}
