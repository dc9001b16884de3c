import type { NewsroomAsset } from '#domain/media.ts'
import { fetchAssets } from '../../editor/fetch-assets.ts'
import type { Arrived } from './queue/upload-queue.ts'

/** The picture to use of an upload: the one with the same bytes that was there before, whose words and rights somebody may have settled; else the new one. */
export async function preferredPicture({ asset, duplicateOf }: Arrived): Promise<NewsroomAsset> {
  const [known] = duplicateOf === null ? [] : await fetchAssets([duplicateOf.id])
  return known ?? asset
}
