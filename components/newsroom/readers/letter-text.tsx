import { KEEP_CONTACT_DAYS } from '#domain/letters/letter.ts'
import type { LetterPage } from '#server/letters/queries.ts'
import { Day, Moment } from '../time.tsx'

function senderOf({ kind, name, email, erased }: LetterPage): string {
  if (erased) return `Who wrote was erased, ${KEEP_CONTACT_DAYS} days after it was closed.`
  const known = [name, email ?? ''].filter((part) => part !== '').join(', ')
  return known === '' ? (kind === 'TIP' ? 'Anonymous: nothing is known of who sent it.' : 'Nobody said who wrote this.') : known
}

/** What a reader wrote, in their own words, and who they said they are. */
export function LetterText({ letter, timeZone }: { letter: LetterPage; timeZone: string }) {
  return (
    <section aria-label="What was written" className="flex min-w-0 flex-col gap-3">
      <p dir="auto" className="font-serif text-lg leading-relaxed break-words whitespace-pre-wrap">
        {letter.text}
      </p>
      <dl className="text-sm">
        <dt className="font-semibold">Who wrote it (never shown to readers but as agreed)</dt>
        <dd className="break-words">{senderOf(letter)}</dd>
        <dt className="mt-2 font-semibold">Came</dt>
        <dd>{letter.kind === 'TIP' ? <Day at={letter.at} /> : <Moment at={letter.at} timeZone={timeZone} />}</dd>
        {letter.kind === 'LETTER' && (
          <>
            <dt className="mt-2 font-semibold">May be published</dt>
            <dd>{letter.mayPublish ? 'Yes, with the name' : 'No'}</dd>
          </>
        )}
      </dl>
      {letter.reply !== null && (
        <div className="text-sm">
          <h2 className="font-semibold">
            Reply, mailed <Moment at={letter.reply.at} timeZone={timeZone} />
          </h2>
          <p className="break-words whitespace-pre-wrap">{letter.reply.text}</p>
        </div>
      )}
    </section>
  )
}
