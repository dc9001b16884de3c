import type { LibraryItem } from '#domain/media-library.ts'
import { ChoosePicture } from './choose-picture.tsx'
import { MarkList } from './mark-list.tsx'
import { marksOf, titleOf } from './picture-marks.ts'
import { Thumbnail } from './thumbnail.tsx'

/** Pictures side by side, each whole and in its own ratio. Within a form: each can be chosen. */
export function PictureGrid({ items, today }: { items: readonly LibraryItem[]; today: string }) {
  return (
    <ul aria-label="Pictures" className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 xl:grid-cols-6">
      {items.map((item) => (
        <li key={item.id} className="relative flex flex-col rounded-md border border-rule bg-sheet">
          <ChoosePicture item={item} className="absolute top-0 left-0" />
          <a href={`/newsroom/media/${item.id}`} className="group flex grow flex-col">
            <span className="block aspect-4/3 overflow-hidden rounded-t-md bg-wash p-1">
              <Thumbnail asset={item} alt="" />
            </span>
            <span className="line-clamp-2 p-2 pb-0 text-sm break-words group-hover:underline">{titleOf(item)}</span>
            <span className="line-clamp-1 px-2 text-xs text-soft">{item.credit}</span>
          </a>
          <div className="p-2">
            <MarkList marks={marksOf(item, today)} />
          </div>
        </li>
      ))}
    </ul>
  )
}
