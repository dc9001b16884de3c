import 'server-only'
import type { AssetView } from '#domain/media.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** What showing a picture needs of it. */
export const ASSET_VIEW = {
  id: true,
  width: true,
  height: true,
  placeholder: true,
  variants: { select: { key: true, format: true, width: true, height: true }, orderBy: [{ format: 'asc' }, { width: 'asc' }] },
} as const satisfies Prisma.MediaAssetSelect

/** A row as screens get it. */
export function assetView(row: Prisma.MediaAssetGetPayload<{ select: typeof ASSET_VIEW }>): AssetView {
  const { id, width, height, placeholder } = row
  const variants = row.variants.map((one) => ({ key: one.key, format: one.format === 'avif' ? ('avif' as const) : ('webp' as const), width: one.width, height: one.height }))
  return { id, width, height, placeholder, variants }
}
