import type { AssetUse } from '#domain/media-library.ts'

/** The stories with a picture, in one line, those that readers see marked. */
export function PlacedIn({ uses }: { uses: readonly AssetUse[] }) {
  if (uses.length === 0) return <p className="text-soft">In no story</p>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {uses.map(({ storyId, headline, live }) => (
        <li key={storyId}>
          <a href={`/newsroom/stories/${storyId}`} className="text-link">
            {headline === '' ? 'Without a headline' : headline}
          </a>
          {live && <span className="text-bad"> (live)</span>}
        </li>
      ))}
    </ul>
  )
}
