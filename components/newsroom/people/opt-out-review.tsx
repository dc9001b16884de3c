import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import type { NamedOptOut } from '#server/opt-out/queries.ts'
import { Moment } from '../time.tsx'

type Props = { storyId: string; people: readonly NamedOptOut[]; mayAllow: true | string; allow: FormAction; end: FormAction; timeZone: string }

/** For advisers: who of the opt-out list a story names, and the way to let this one story do so. Nothing where it names nobody. */
export function OptOutReview({ storyId, people, mayAllow, allow, end, timeZone }: Props) {
  if (people.length === 0) return null
  return (
    <section id="opt-out" aria-labelledby="opt-out-title" className="panel scroll-mt-4 text-sm">
      <h2 id="opt-out-title" className="font-semibold">
        On the opt-out list
      </h2>
      <ul className="divide-y divide-rule">
        {people.map((person) => (
          <li key={person.optOutId} className="flex flex-col gap-2 py-2">
            <p>
              <b>{person.name}</b>
              {person.reason !== '' && `. ${person.reason}`}
            </p>
            <ul className="list-disc pl-5">
              {person.passages.map(({ where, passage }) => (
                <li key={where + passage}>
                  “{passage}” in {where}
                </li>
              ))}
            </ul>
            {person.allowed !== null ? (
              <>
                <p className="text-soft">
                  Allowed in this story by {person.allowed.by}, <Moment at={person.allowed.at} timeZone={timeZone} />: {person.allowed.reason}
                </p>
                {mayAllow === true && (
                  <ActionForm action={end} submit={`Take back, for ${person.name}`} tone="" className="flex flex-col gap-2">
                    <input type="hidden" name="storyId" value={storyId} />
                    <input type="hidden" name="optOutId" value={person.optOutId} />
                  </ActionForm>
                )}
              </>
            ) : mayAllow === true ? (
              <ActionForm action={allow} submit="Allow in this story" tone="" className="flex flex-col gap-2">
                <input type="hidden" name="storyId" value={storyId} />
                <input type="hidden" name="optOutId" value={person.optOutId} />
                <TextField name="reason" label={`Why this story may name ${person.name}`} hint="Stays on record." required />
              </ActionForm>
            ) : (
              <p className="text-soft">{mayAllow}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
