import { z } from 'zod'
import { newsroomAssetSchema, type NewsroomAsset } from '#domain/media.ts'

/** The pictures with these ids, as far as they are there; none where the question could not be asked. */
export async function fetchAssets(ids: readonly string[]): Promise<NewsroomAsset[]> {
  try {
    const response = await fetch(`/api/media/assets?ids=${ids.join(',')}`, { credentials: 'same-origin', cache: 'no-store' })
    const parsed = z.object({ assets: z.array(newsroomAssetSchema) }).safeParse(await response.json())
    return response.ok && parsed.success ? parsed.data.assets : []
  } catch {
    return []
  }
}
