import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { FrontDesk } from '#server/front-page/queries.ts'
import { Moment } from '../time.tsx'
import { FrontLines, LookAt } from './planned-fronts.tsx'

/** What was published before, newest first, each with the way to put it back. */
export function FormerFronts({ desk: { before, timeZone }, putBack }: { desk: FrontDesk; putBack: FormAction }) {
  return (
    <section aria-labelledby="before" className="panel min-w-0">
      <h2 id="before" className="font-serif text-xl font-semibold">
        Published before
      </h2>
      {before.length === 0 && <p className="mt-2 text-sm text-soft">Nobody has arranged the front page yet: the newest stories stand first by themselves.</p>}
      <ol className="divide-y divide-rule">
        {before.map(({ id, at, by, scheduled, putBack: again, isLive, lines }) => (
          <li key={id} className="flex flex-col gap-1.5 py-3 text-sm">
            <p className="font-semibold break-words">
              <Moment at={at} timeZone={timeZone} /> · {by}
              {scheduled && ' · scheduled'}
              {again && ' · put back'}
              {isLive && ' · readers see this'}
            </p>
            <details>
              <summary className="text-link cursor-pointer py-1.5">What stood in it</summary>
              <FrontLines lines={lines} />
              <LookAt id={id} about="a former front" />
            </details>
            {!isLive && (
              <ActionForm action={putBack} submit="Put this one back" tone="" className="flex flex-col gap-2">
                <input type="hidden" name="arrangementId" value={id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
