import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea, TextField } from '#components/ui/fields.client.tsx'
import { MoveButtons } from '#components/ui/move-buttons.client.tsx'

export type SeriesActions = Readonly<Record<'make' | 'word' | 'add' | 'move', FormAction>>
type Part = { storyId: string; headline: string; state: string; live: boolean }
type Series = { id: string; slug: string; title: string; description: string; parts: Part[] }

const named = (headline: string) => (headline === '' ? 'A story without a headline' : headline)

function WordFields({ series }: { series?: Series }) {
  return (
    <>
      <TextField name="title" label="Title" defaultValue={series?.title} required maxLength={80} />
      <TextArea name="description" label="Description" defaultValue={series?.description} rows={2} maxLength={300} hint="A sentence for readers, on the page of the series." />
    </>
  )
}

function Parts({ series: { id, parts }, move }: { series: Series; move: FormAction }) {
  if (parts.length === 0) return <p className="text-sm text-soft">No story is in it yet.</p>
  return (
    <ol className="divide-y divide-rule border-y border-rule">
      {parts.map(({ storyId, headline, state, live }, index) => (
        <li key={storyId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
          <span className="w-6 text-end text-sm text-soft">{index + 1}</span>
          <span className="min-w-40 grow">
            <a href={`/newsroom/stories/${storyId}`} className="text-link" dir="auto">
              {named(headline)}
            </a>{' '}
            <span className={`text-sm ${live ? 'text-soft' : 'text-warn'}`}>{live ? 'live' : `${state.toLowerCase()}: readers do not see it yet`}</span>
          </span>
          <MoveButtons action={move} fields={{ seriesId: id, storyId }} name={named(headline)} others={{ out: 'Take out' }} />
        </li>
      ))}
    </ol>
  )
}

/** A search for stories, by a plain form that leads back to this series; what it finds is added by one press. */
function AddParts({ series: { id, title }, words, offered, add }: { series: Series; words: string; offered: readonly Part[]; add: FormAction }) {
  return (
    <section aria-label={`Add a story to ${title}`} className="flex flex-col gap-2">
      <form method="get" className="flex items-end gap-2">
        <input type="hidden" name="open" value={id} />
        <label className="grow text-sm font-semibold">
          Find a story to add
          <input type="search" name="find" defaultValue={words} maxLength={200} className="control mt-1 font-normal" />
        </label>
        <button type="submit" className="button">
          Find
        </button>
      </form>
      {words !== '' && offered.length === 0 && <p className="text-sm text-soft">No story outside a series has these words in its headline.</p>}
      <ul className="divide-y divide-rule">
        {offered.map(({ storyId, headline, state }) => (
          <li key={storyId} className="flex flex-wrap items-center gap-3 py-1.5">
            <span className="min-w-40 grow" dir="auto">
              {named(headline)} <span className="text-sm text-soft">{state.toLowerCase()}</span>
            </span>
            <ActionForm action={add} submit={`Add “${named(headline)}”`} tone="" className="">
              <input type="hidden" name="seriesId" value={id} />
              <input type="hidden" name="storyId" value={storyId} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}

type Props = { series: readonly Series[]; /** The one that is worked on: the others are folded. */ open: string; words: string; offered: readonly Part[]; actions: SeriesActions }

/** All series, and the way to a new one. */
export function SeriesDesk({ series, open, words, offered, actions }: Props) {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-3">
        {series.length === 0 && <p className="text-soft">There is no series yet.</p>}
        {series.map((one) => (
          <details key={one.id} open={one.id === open || series.length === 1} className="border-t border-rule pt-2">
            <summary className="cursor-pointer py-1">
              <h2 className="inline font-serif text-xl font-semibold" dir="auto">
                {one.title}
              </h2>{' '}
              <span className="text-sm text-soft">{one.parts.length === 1 ? '1 story' : `${one.parts.length} stories`}</span>
            </summary>
            <div className="flex flex-col gap-5 py-3">
              {one.parts.some(({ live }) => live) && (
                <a href={`/series/${one.slug}`} className="text-link self-start text-sm">
                  /series/{one.slug}
                </a>
              )}
              <Parts series={one} move={actions.move} />
              <AddParts series={one} words={one.id === open ? words : ''} offered={one.id === open ? offered : []} add={actions.add} />
              <ActionForm action={actions.word} submit="Save words" tone="">
                <input type="hidden" name="seriesId" value={one.id} />
                <WordFields series={one} />
              </ActionForm>
            </div>
          </details>
        ))}
      </div>
      <section aria-labelledby="new-series">
        <h2 id="new-series" className="mb-3 font-serif text-xl font-semibold">
          New series
        </h2>
        <ActionForm action={actions.make} submit="Begin the series">
          <WordFields />
        </ActionForm>
      </section>
    </div>
  )
}
