import { z } from 'zod'
import { RIGHTS, type NewsroomAsset } from '#domain/media.ts'

const asset: z.ZodType<NewsroomAsset> = z.object({
  id: z.uuid(),
  width: z.number(),
  height: z.number(),
  placeholder: z.string(),
  variants: z.array(z.object({ key: z.string(), format: z.enum(['avif', 'webp']), width: z.number(), height: z.number() })),
  status: z.enum(['PENDING', 'READY', 'FAILED']),
  rights: z.enum(RIGHTS),
  rightsHolder: z.string(),
  rightsProof: z.string(),
  fairUseApproved: z.boolean(),
  fileName: z.string(),
  makerName: z.string(),
  makerStaffId: z.string().nullable(),
  mine: z.boolean(),
})

/** The pictures with these ids, as far as they are there; none where the question could not be asked. */
export async function fetchAssets(ids: readonly string[]): Promise<NewsroomAsset[]> {
  try {
    const response = await fetch(`/api/media/assets?ids=${ids.join(',')}`, { credentials: 'same-origin', cache: 'no-store' })
    const parsed = z.object({ assets: z.array(asset) }).safeParse(await response.json())
    return response.ok && parsed.success ? parsed.data.assets : []
  } catch {
    return []
  }
}
