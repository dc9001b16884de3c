import type { Gallery } from '#domain/document/schema.ts'
import type { AssetView } from '#domain/media.ts'
import type { Around } from '../around.ts'
import { Figure } from '../figure.tsx'

type Props = { block: Gallery; assets: Readonly<Record<string, AssetView>>; around: Around }

/** Pictures that belong together, each with its own words. With script, each can be looked at alone and large (components/elements/gallery.ts). */
export function GalleryBlock({ block, assets, around: { words } }: Props) {
  const pictures = block.content.flatMap(({ attrs: { assetId, caption, alt, credit } }) => {
    const asset = Object.hasOwn(assets, assetId) ? assets[assetId] : undefined
    return asset === undefined ? [] : [{ asset, caption, alt, credit }]
  })
  if (pictures.length === 0) return null
  return (
    <fp-gallery class="gallery" role="group" aria-label={words.gallery(pictures.length)} data-enlarge={words.enlarge} data-full-screen={words.fullScreen} data-close={words.close} data-previous={words.previousPicture} data-next={words.nextPicture}>
      {pictures.map((picture, index) => (
        <Figure key={index} picture={picture} sizes="(min-width: 44rem) 29rem, calc(100vw - 2rem)" />
      ))}
    </fp-gallery>
  )
}
