'use client'

import { ROLE_NAMES } from '#domain/people.ts'
import type { YearSummary } from '#server/year-end/plan.ts'

type HandOvers = { storyId: string; toId: string }[]
type Props = { toYear: string; summary: YearSummary; adviser: string | null; pending: boolean; back: () => void; confirm: (handOvers: HandOvers) => void }

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

function Names({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <div>
      <dt className="font-semibold">
        {title}: {people(names.length)}
      </dt>
      <dd className="text-soft">{names.join(', ')}</dd>
    </div>
  )
}

/** The second step of the year's end: what will be done, and who takes each open story of those who go. */
export function YearSummaryForm({ toYear, summary, adviser, pending, back, confirm }: Props) {
  const { stories, owners } = summary
  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        const form = new FormData(event.currentTarget)
        confirm(stories.map(({ storyId }) => ({ storyId, toId: String(form.get(`story-${storyId}`) ?? '') })))
      }}
    >
      <section aria-labelledby="summary" className="panel flex flex-col gap-4 text-sm">
        <h2 id="summary" className="font-serif text-xl font-semibold">
          To {toYear}
        </h2>
        <dl className="flex flex-col gap-3">
          <Names title="Stay" names={summary.stay} />
          <Names title="Take another role, and are signed out once" names={summary.change} />
          <Names title={`Graduate, class of ${toYear.slice(0, 4)}; their sign-in ends`} names={summary.graduate} />
          <Names title="Leave; their sign-in ends" names={summary.leave} />
          {adviser !== null && (
            <div>
              <dt className="font-semibold">Invited as a new adviser</dt>
              <dd className="text-soft">{adviser}</dd>
            </div>
          )}
        </dl>
        <p>Their stories and bylines stay. For an hour, all of this can be undone.</p>
      </section>
      {stories.length > 0 && (
        <section aria-labelledby="hand-over" className="flex flex-col gap-2">
          <h2 id="hand-over" className="font-serif text-xl font-semibold">
            Open stories that are handed over: {stories.length}
          </h2>
          <ul className="divide-y divide-rule border-y border-rule">
            {stories.map(({ storyId, headline, section, fromName, toId }) => (
              <li key={storyId} className="flex flex-wrap items-end justify-between gap-3 py-3">
                <p className="min-w-0 text-sm">
                  <b className="break-words">{headline || 'Story without a headline'}</b>
                  <br />
                  <span className="text-soft">
                    {section ?? 'No section'} · of {fromName}
                  </span>
                </p>
                <select name={`story-${storyId}`} className="control max-w-full" aria-label={`Next owner of ${headline || 'the story without a headline'}`} defaultValue={toId}>
                  {toId === '' && <option value="">Choose somebody</option>}
                  {owners.map(({ userId, name, role }) => (
                    <option key={userId} value={userId}>
                      {name} ({ROLE_NAMES[role]})
                    </option>
                  ))}
                </select>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="button button-primary" aria-disabled={pending}>
          {pending ? 'One moment…' : `Move the staff to ${toYear}`}
        </button>
        <button type="button" className="button" onClick={back}>
          Back
        </button>
      </div>
    </form>
  )
}
