import type { AssetView } from '#domain/media.ts'
import type { PictureView } from '#domain/story-view.ts'
import { Picture } from './picture.tsx'

type Props = { picture: PictureView; sizes: string; first?: boolean; size?: 'column' | 'wide' | 'full' | 'side' }

/** A picture with its caption and credit: the only place where the three come together. */
export function Figure({ picture, sizes, first = false, size = 'column' }: Props) {
  const { asset, alt, caption, credit } = picture
  return (
    <figure className="figure" data-size={size} data-shape={asset.height > asset.width ? 'tall' : 'wide'}>
      <Picture asset={asset} alt={alt} sizes={sizes} first={first} />
      {(caption !== '' || credit !== '') && (
        <figcaption dir="auto">
          {caption}
          {caption !== '' && credit !== '' && ' '}
          {credit !== '' && <Credit credit={credit} maker={asset.maker} />}
        </figcaption>
      )}
    </figure>
  )
}

/** Who made a picture; the name of somebody on staff leads to their page. */
function Credit({ credit, maker }: { credit: string; maker: AssetView['maker'] }) {
  const at = maker === undefined ? -1 : credit.indexOf(maker.name)
  if (maker === undefined || at === -1) return <span className="figure-credit">{credit}</span>
  return (
    <span className="figure-credit">
      {credit.slice(0, at)}
      <a href={`/staff/${maker.handle}`}>{maker.name}</a>
      {credit.slice(at + maker.name.length)}
    </span>
  )
}
