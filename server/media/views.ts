import 'server-only'
import type { AssetView } from '#domain/media.ts'
import { socialCrop, type Focus } from '#domain/picture-crop.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** What showing a picture needs of it, social pictures included. */
export const ASSET_VIEW = {
  id: true,
  width: true,
  height: true,
  placeholder: true,
  variants: { select: { crop: true, key: true, format: true, width: true, height: true }, orderBy: [{ format: 'asc' }, { width: 'asc' }] },
} as const satisfies Prisma.MediaAssetSelect

type Row = Prisma.MediaAssetGetPayload<{ select: typeof ASSET_VIEW }>

/** A row as screens get it. */
export function assetView(row: Row): AssetView {
  const { id, width, height, placeholder } = row
  const whole = row.variants.filter(({ crop }) => crop === 'full')
  const variants = whole.map((one) => ({ key: one.key, format: one.format === 'avif' ? ('avif' as const) : ('webp' as const), width: one.width, height: one.height }))
  return { id, width, height, placeholder, variants }
}

/** The social picture for a focal point: the asset's of now, or a placement's as it was approved. null: not made (yet). */
export function socialOf(variants: Row['variants'], focus: Focus): { key: string; width: number; height: number } | null {
  const found = variants.find(({ crop }) => crop === socialCrop(focus))
  return found === undefined ? null : { key: found.key, width: found.width, height: found.height }
}
