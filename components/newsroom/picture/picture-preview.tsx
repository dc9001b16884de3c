import type { NewsroomAsset } from '#domain/media.ts'

/** The smallest WebP that is sharp in the newsroom's columns. */
function shownVariant(asset: NewsroomAsset) {
  const webps = asset.variants.filter(({ format }) => format === 'webp').sort((a, b) => a.width - b.width)
  return webps.find(({ width }) => width >= 900) ?? webps.at(-1)
}

/** A picture as the newsroom shows it, or its placeholder and how it stands while it is not ready. */
export function PicturePreview({ asset, alt }: { asset: NewsroomAsset | undefined; alt: string }) {
  if (asset === undefined) return <p className="rounded-sm bg-wash p-4 text-sm text-soft">This picture cannot be shown. Remove it, or reload the page.</p>
  if (asset.status === 'FAILED') {
    return (
      <p role="alert" className="rounded-sm border border-bad bg-bad-wash p-4 text-sm text-bad">
        This picture could not be prepared. Remove it and upload it again, perhaps saved anew as JPEG.
      </p>
    )
  }
  const variant = asset.status === 'READY' ? shownVariant(asset) : undefined
  return (
    <div className="flex flex-col gap-1">
      <img
        src={variant === undefined ? asset.placeholder : `/api/media/${variant.key}`}
        alt={alt}
        width={asset.width}
        height={asset.height}
        className="h-auto max-h-96 w-full rounded-sm bg-wash object-contain"
      />
      <p role="status" className="text-sm text-soft">
        {variant === undefined ? 'Preparing the picture. You can go on writing.' : ''}
      </p>
    </div>
  )
}
