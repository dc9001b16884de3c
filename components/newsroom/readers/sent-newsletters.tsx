import { NEWSLETTER_NAMES } from '#domain/newsletter/content.ts'
import type { SentNewsletter } from '#server/newsletter/queries.ts'
import { Moment } from '../time.tsx'

const copies = (count: number) => (count === 1 ? '1 copy' : `${count} copies`)

function stateOf({ state, copies: count, waiting }: SentNewsletter): string {
  if (state === 'SKIPPED') return 'Skipped: there was nothing new to tell.'
  if (state === 'SENDING') return `Its copies are being written: ${count} so far.`
  return waiting > 0 ? `${copies(count)}, ${waiting} still on their way.` : `${copies(count)}.`
}

/** The newsletters that were sent, newest first. */
export function SentNewsletters({ sent, timeZone }: { sent: readonly SentNewsletter[]; timeZone: string }) {
  if (sent.length === 0) return <p className="text-sm text-soft">None was sent yet.</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule text-sm">
      {sent.map((one) => (
        <li key={one.id} className="flex flex-col gap-0.5 py-2">
          <span className="font-semibold">{NEWSLETTER_NAMES[one.kind]}</span>
          <span>{stateOf(one)}</span>
          <span className="text-soft">
            <Moment at={one.at} timeZone={timeZone} />, {one.by ?? 'by itself'}
          </span>
        </li>
      ))}
    </ul>
  )
}
