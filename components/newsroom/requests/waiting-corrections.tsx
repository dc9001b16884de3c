import { Moment } from '../time.tsx'

type Note = { id: string; storyId: string; headline: string; text: string; by: string; at: string }

/** Proposed notes for readers that wait for whoever has the last word; each leads to its story. */
export function WaitingCorrections({ notes, timeZone }: { notes: readonly Note[]; timeZone: string }) {
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="proposed" className="flex flex-col gap-3">
      <h2 id="proposed" className="text-lg font-semibold">
        Proposed corrections
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {notes.map(({ id, storyId, headline, text, by, at }) => (
          <li key={id} className="py-3">
            <a href={`/newsroom/stories/${storyId}/review`} className="text-link inline-block py-2 font-semibold break-words">
              {headline}
            </a>
            <p className="text-sm break-words whitespace-pre-wrap">{text}</p>
            <p className="text-sm text-soft">
              {by}, <Moment at={at} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
