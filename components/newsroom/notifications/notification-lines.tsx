import type { NotificationLine } from '#server/notifications/queries.ts'
import { Moment } from '../time.tsx'

/** What this person was told, in the order given; each leads to its place. Unread ones are marked by a word and by weight, not by colour alone. */
export function NotificationLines({ lines, timeZone }: { lines: readonly NotificationLine[]; timeZone: string }) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {lines.map(({ id, at, unread, sentence: { before, about, titled, after } }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <a href={`/newsroom/notifications/${id}`} className={`min-w-0 flex-1 basis-80 py-3 break-words hover:underline ${unread ? 'font-semibold' : 'text-soft'}`}>
            {unread && <span className="mr-2 inline-block rounded-sm border border-accent px-1.5 text-xs font-semibold text-accent">Unread</span>}
            {before}
            {about !== null && (titled ? <span className="font-serif">“{about}”</span> : about)}
            {after}
          </a>
          <span className="pb-3 text-sm whitespace-nowrap text-soft sm:py-3">
            <Moment at={at} timeZone={timeZone} />
          </span>
        </li>
      ))}
    </ul>
  )
}
