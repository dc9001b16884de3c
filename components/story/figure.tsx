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
          {credit !== '' && <span className="figure-credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  )
}
