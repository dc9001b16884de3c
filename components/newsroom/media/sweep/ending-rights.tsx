import { useId } from 'react'
import type { LibraryItem } from '#domain/media-library.ts'
import { RIGHTS_NAMES } from '#domain/media.ts'
import { titleOf } from '../library/picture-marks.ts'
import { Thumbnail } from '../library/thumbnail.tsx'
import { PlacedIn } from './placed-in.tsx'

/** Pictures whose right ends, with the day and where they stand. */
export function EndingRights({ title, items, none }: { title: string; items: readonly LibraryItem[]; none: string }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="panel flex flex-col gap-3">
      <h2 id={id} className="text-base font-semibold">
        {title} ({items.length})
      </h2>
      {items.length === 0 ? (
        <p className="text-sm text-soft">{none}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-rule">
          {items.map((item) => (
            <li key={item.id} className="grid grid-cols-[5rem_1fr] items-start gap-3 py-3 text-sm sm:grid-cols-[7rem_1fr_auto]">
              <span className="block h-16 overflow-hidden rounded-sm bg-wash sm:h-20">
                <Thumbnail asset={item} alt="" />
              </span>
              <div className="flex min-w-0 flex-col gap-1">
                <a href={`/newsroom/media/${item.id}`} className="text-link font-semibold break-words">
                  {titleOf(item)}
                </a>
                <p className="text-soft">
                  {RIGHTS_NAMES[item.rights]}: {item.rightsHolder}
                </p>
                <PlacedIn uses={item.usedIn} />
              </div>
              <p className="col-start-2 font-semibold sm:col-auto">
                Last day: <time dateTime={item.expiresOn ?? undefined}>{item.expiresOn}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
