import type { NewsroomAsset } from '#domain/media.ts'
import { CROP_RATIOS, objectPosition, type Crop, type Focus } from '#domain/picture-crop.ts'
import { thumbnailSource } from '../library/thumbnail.tsx'

const NAMES: Record<Crop, string> = { lead: 'Lead picture', card: 'Card', square: 'Square', social: 'Link on other sites' }
const CROPS: readonly Crop[] = ['lead', 'card', 'square', 'social']

/** What each crop of a picture shows around a focal point. */
export function CropPreviews({ asset, focus }: { asset: NewsroomAsset; focus: Focus }) {
  return (
    <ul aria-label="Crops" className="grid grid-cols-2 gap-3">
      {CROPS.map((crop) => (
        <li key={crop} className="flex flex-col gap-1 text-xs text-soft">
          <img
            src={thumbnailSource(asset, 480)}
            alt=""
            style={{ aspectRatio: CROP_RATIOS[crop], objectPosition: objectPosition(asset, focus, CROP_RATIOS[crop]) }}
            className="w-full rounded-sm bg-wash object-cover"
          />
          {NAMES[crop]}
        </li>
      ))}
    </ul>
  )
}
