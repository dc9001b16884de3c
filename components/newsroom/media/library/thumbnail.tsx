import type { NewsroomAsset } from '#domain/media.ts'

type Props = {
  asset: Pick<NewsroomAsset, 'status' | 'variants' | 'placeholder' | 'width' | 'height'>
  alt: string
  /** The narrowest stored width that is sharp enough, in pixels. */
  width?: number
  className?: string
}

/** The address that shows a picture at least so many pixels wide, or its placeholder while nothing is made. */
export function thumbnailSource({ status, variants, placeholder }: Props['asset'], width: number): string {
  const webps = variants.filter(({ format }) => format === 'webp').toSorted((a, b) => a.width - b.width)
  const variant = status === 'READY' ? (webps.find((one) => one.width >= width) ?? webps.at(-1)) : undefined
  return variant === undefined ? placeholder : `/api/media/${variant.key}`
}

/** A picture small, whole and in its own ratio. */
export function Thumbnail({ asset, alt, width = 400, className = 'h-full w-full' }: Props) {
  return <img src={thumbnailSource(asset, width)} alt={alt} width={asset.width} height={asset.height} loading="lazy" decoding="async" className={`${className} object-contain`} />
}
