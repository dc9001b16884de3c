import type { LibraryItem } from '#domain/media-library.ts'
import { RIGHTS_NAMES } from '#domain/media.ts'
import { Moment } from '../../time.tsx'
import { ChoosePicture } from './choose-picture.tsx'
import { MarkList } from './mark-list.tsx'
import { marksOf, titleOf } from './picture-marks.ts'
import { Thumbnail } from './thumbnail.tsx'

/** How often a picture is used, in words. */
export function usesInWords(usedIn: LibraryItem['usedIn']): string {
  const stories = new Set(usedIn.map(({ storyId }) => storyId)).size
  const live = new Set(usedIn.filter((use) => use.live).map(({ storyId }) => storyId)).size
  if (stories === 0) return 'Not used'
  return `In ${stories} ${stories === 1 ? 'story' : 'stories'}${live === 0 ? '' : `, ${live} live`}`
}

/** Pictures one below the other, with what is known of each. Within a form: each can be chosen. */
export function PictureLines({ items, today, timeZone }: { items: readonly LibraryItem[]; today: string; timeZone: string }) {
  return (
    <ul aria-label="Pictures" className="divide-y divide-rule rounded-md border border-rule bg-sheet">
      {items.map((item) => (
        <li key={item.id} className="grid grid-cols-[2.75rem_5rem_1fr] items-start gap-x-3 gap-y-1 p-2 md:grid-cols-[2.75rem_6rem_2fr_1fr_1fr]">
          <ChoosePicture item={item} />
          <span className="block h-16 overflow-hidden rounded-sm bg-wash">
            <Thumbnail asset={item} alt="" />
          </span>
          <div className="flex min-w-0 flex-col gap-1">
            <a href={`/newsroom/media/${item.id}`} className="font-semibold break-words hover:underline">
              {titleOf(item)}
            </a>
            {item.caption !== '' && <p className="text-xs break-words text-soft">{item.fileName}</p>}
            <MarkList marks={marksOf(item, today)} />
          </div>
          <p className="col-start-3 text-sm break-words text-soft md:col-auto">
            {item.credit === '' ? item.makerName : item.credit}
            <br />
            {RIGHTS_NAMES[item.rights]}
          </p>
          <p className="col-start-3 text-sm text-soft md:col-auto">
            {usesInWords(item.usedIn)}
            <br />
            {item.uploadedBy}, <Moment at={item.uploadedAt} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ul>
  )
}
