import type { CSSProperties } from 'react'
import type { AssetView } from '#domain/media.ts'
import { CROP_RATIOS, objectPosition, type Crop, type Focus } from '#domain/picture-crop.ts'

/** The address of one stored size of a picture. */
export function mediaPath(key: string): string {
  return `/api/media/${encodeURIComponent(key)}`
}

function srcSet(asset: AssetView, format: 'avif' | 'webp'): string | undefined {
  const set = asset.variants
    .filter((variant) => variant.format === format)
    .toSorted((a, b) => a.width - b.width)
    .map((variant) => `${mediaPath(variant.key)} ${variant.width}w`)
  return set.length === 0 ? undefined : set.join(', ')
}

/** Where a crop by the page's style looks; the middle needs no word. */
function position(asset: AssetView, crop: Props['crop']): CSSProperties | undefined {
  if (crop?.focus === undefined || (crop.focus.focalX === 0.5 && crop.focus.focalY === 0.5)) return undefined
  return { objectPosition: objectPosition(asset, crop.focus, CROP_RATIOS[crop.to]) }
}

// Only what our own picture desk makes may stand in a style.
function blur(placeholder: string): CSSProperties | undefined {
  return /^data:image\/webp;base64,[A-Za-z0-9+/=]+$/.test(placeholder) ? { backgroundImage: `url(${placeholder})` } : undefined
}

type Props = { asset: AssetView; alt: string; sizes: string; first?: boolean; crop?: { to: Crop; focus: Focus | undefined } }

/**
 * A picture in the sizes that it was prepared in, its room kept free by its dimensions. `sizes`: how wide it stands,
 * as in <img sizes>. `first`: the largest of the page, fetched at once. `crop`: what the page's style cuts it
 * to, and the point that stays in sight.
 */
export function Picture({ asset, alt, sizes, first = false, crop }: Props) {
  const webp = asset.variants.filter(({ format }) => format === 'webp').toSorted((a, b) => a.width - b.width)
  const plain = webp.findLast(({ width }) => width <= 960) ?? webp[0] ?? asset.variants[0]
  // In previews alone: nothing goes before readers with a picture that is not prepared.
  if (plain === undefined) return <p className="picture-missing">The picture is still being prepared.</p>
  const [avifSet, webpSet] = [srcSet(asset, 'avif'), srcSet(asset, 'webp')]
  return (
    <picture>
      {avifSet !== undefined && <source type="image/avif" srcSet={avifSet} sizes={sizes} />}
      {webpSet !== undefined && <source type="image/webp" srcSet={webpSet} sizes={sizes} />}
      <img
        src={mediaPath(plain.key)}
        alt={alt}
        width={asset.width}
        height={asset.height}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        style={{ ...blur(asset.placeholder), ...position(asset, crop) }}
      />
    </picture>
  )
}
