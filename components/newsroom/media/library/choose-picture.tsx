import type { LibraryItem } from '#domain/media-library.ts'
import { titleOf } from './picture-marks.ts'

/** The tick box that puts a picture among the chosen ones of the form around it. */
export function ChoosePicture({ item, className = '' }: { item: LibraryItem; className?: string }) {
  return (
    <label className={`grid size-11 cursor-pointer place-items-center ${className}`}>
      <span className="sr-only">Choose {titleOf(item)}</span>
      <input type="checkbox" name="ids" value={item.id} className="size-6 rounded-sm border border-strong bg-sheet accent-accent shadow-sm" />
    </label>
  )
}
