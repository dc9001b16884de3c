import { GROUND_WORDS, KEEP_SENDER_DAYS } from '#domain/takedown-policy.ts'
import type { RequestPage } from '#server/requests/queries.ts'
import { Moment } from '../time.tsx'

function sender({ name, email, erased }: RequestPage): string {
  if (erased) return `Who asked was erased, ${KEEP_SENDER_DAYS} days after the decision.`
  const known = [name, email ?? ''].filter((part) => part !== '').join(', ')
  return known === '' ? 'Who asked did not say who they are.' : known
}

/** What somebody asked, in their own words. */
export function Asked({ request, timeZone }: { request: RequestPage; timeZone: string }) {
  return (
    <section aria-labelledby="asked" className="flex flex-col gap-2 rounded-md border border-rule bg-sheet p-4 text-sm">
      <h2 id="asked" className="text-base font-semibold">
        {GROUND_WORDS[request.ground].name}
      </h2>
      <p className="text-soft">
        {request.reference} · came <Moment at={request.at} timeZone={timeZone} />
      </p>
      <dl className="flex flex-col gap-2">
        {[
          ['What is wrong', request.problem],
          ['What we should do', request.wish],
          ['Who asked (never shown to readers)', sender(request)],
          ['What our policy says', GROUND_WORDS[request.ground].does],
        ].map(([term, words]) => (
          <div key={term}>
            <dt className="font-semibold">{term}</dt>
            <dd className="break-words whitespace-pre-wrap">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
