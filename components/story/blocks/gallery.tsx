import type { Gallery } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import { Figure } from '../figure.tsx'

/** Pictures that belong together, each with its own words. */
export function GalleryBlock({ block, assets }: { block: Gallery; assets: Readonly<Record<string, AssetView>> }) {
  const pictures = block.content.flatMap(({ attrs: { assetId, caption, alt, credit } }) => {
    const asset = Object.hasOwn(assets, assetId) ? assets[assetId] : undefined
    return asset === undefined ? [] : [{ asset, caption, alt, credit }]
  })
  if (pictures.length === 0) return null
  return (
    <div className="gallery" role="group" aria-label={pictures.length === 1 ? 'Gallery of one picture' : `Gallery of ${pictures.length} pictures`}>
      {pictures.map((picture, index) => (
        <Figure key={index} picture={picture} sizes="(min-width: 44rem) 29rem, 100vw" />
      ))}
    </div>
  )
}
