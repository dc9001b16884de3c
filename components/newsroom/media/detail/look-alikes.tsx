import type { LibraryItem, LookAlike } from '#domain/media-library.ts'
import { Moment } from '../../time.tsx'
import { Thumbnail } from '../library/thumbnail.tsx'

type Props = { item: LibraryItem; lookAlikes: readonly LookAlike[]; others: readonly LibraryItem[]; timeZone: string }

/** Pictures that may be the same, beside this one. That they look alike is a hint, which can be chance. */
export function LookAlikes({ item, lookAlikes, others, timeZone }: Props) {
  if (lookAlikes.length === 0) return null
  return (
    <section aria-labelledby="alike-title" className="panel flex flex-col gap-3">
      <h2 id="alike-title" className="text-base font-semibold">
        Looks like another picture
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {lookAlikes.map((other) => (
          <li key={other.id} className="flex flex-col gap-2 text-sm">
            <div className="grid grid-cols-2 gap-1">
              <span className="block h-32 overflow-hidden rounded-sm bg-wash">
                <Thumbnail asset={item} alt="This picture" />
              </span>
              <span className="block h-32 overflow-hidden rounded-sm bg-wash">
                <Other picture={others.find(({ id }) => id === other.id)} />
              </span>
            </div>
            <p>
              <a href={`/newsroom/media/${other.id}`} className="text-link break-words">
                {other.caption === '' ? other.fileName : other.caption}
              </a>
            </p>
            <p className="text-soft">
              {other.same ? 'The very same file' : 'Looks alike, which can be chance'} · {other.uploadedBy}, <Moment at={other.uploadedAt} timeZone={timeZone} /> ·{' '}
              {other.uses === 0 ? 'not used' : `in ${other.uses} ${other.uses === 1 ? 'story' : 'stories'}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Other({ picture }: { picture: LibraryItem | undefined }) {
  return picture === undefined ? null : <Thumbnail asset={picture} alt="The other picture" />
}
