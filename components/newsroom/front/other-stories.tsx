import type { FrontDesk } from '#server/front-page/queries.ts'
import { DeskStory } from './desk-story.tsx'

/** Live stories that are not on the front page, to be put there; what is dropped here flows again. */
export function OtherStories({ desk: { others, blocks, timeZone }, find }: { desk: FrontDesk; find: string }) {
  return (
    <section aria-labelledby="others" data-place="auto" className="panel min-w-0 data-[drop]:outline-3 data-[drop]:outline-linked">
      <h2 id="others" className="mb-2 font-serif text-xl font-semibold">
        Other live stories
      </h2>
      <form action="/newsroom/front" role="search" className="mb-3 flex flex-wrap items-end gap-2">
        <label className="min-w-0 grow text-sm font-semibold">
          Words in the headline
          <input type="search" name="find" defaultValue={find} maxLength={100} className="control mt-1" />
        </label>
        <button type="submit" className="button">
          Find
        </button>
        {find !== '' && (
          <a href="/newsroom/front#others" className="text-link py-2 text-sm">
            Show the newest
          </a>
        )}
      </form>
      {others.length === 0 && <p className="text-sm text-soft">{find === '' ? 'Every live story is on the front page.' : 'No other live story has these words in its headline.'}</p>}
      <ul className="flex flex-col gap-1.5">
        {others.map((story) => (
          <DeskStory key={story.id} story={story} standing={null} blocks={blocks} timeZone={timeZone} />
        ))}
      </ul>
    </section>
  )
}
