'use client'

import type { NewsroomAsset } from '#domain/media.ts'
import type { Chosen } from './placement-of.ts'

/** The pictures chosen so far, in their order; each can be left out again. */
export function ChosenList({ chosen, onRemove }: { chosen: readonly Chosen[]; onRemove: (assetId: string) => void }) {
  return (
    <>
      <p role="status" className="text-sm text-soft">
        {chosen.length === 0 ? 'No picture chosen yet.' : `${chosen.length} chosen`}
      </p>
      {chosen.length > 0 && (
        <ol aria-label="Chosen pictures" className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {chosen.map(({ asset }) => (
            <li key={asset.id} className="flex flex-col gap-1 text-xs">
              <img src={thumbnail(asset)} alt={asset.alt} className="aspect-square w-full rounded-sm bg-wash object-cover" />
              <span className="truncate">{asset.fileName}</span>
              <button type="button" className="button button-small pointer-coarse:min-h-11" onClick={() => onRemove(asset.id)}>
                Leave out<span className="sr-only"> {asset.fileName}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function thumbnail(asset: NewsroomAsset): string {
  const variant = asset.variants.filter(({ format }) => format === 'webp').sort((a, b) => a.width - b.width)[0]
  return variant === undefined ? asset.placeholder : `/api/media/${variant.key}`
}
