import { placeName, type Place } from '#domain/front-page/steps.ts'
import { MOST_SECONDS } from '#domain/front-page/layout.ts'
import type { DeskBlock } from '#server/front-page/queries.ts'
import type { LiveStory } from '#server/front-page/live-stories.ts'
import { Moment } from '../time.tsx'
import { MoveForm, StepButton } from './step-form.client.tsx'

/** Where a story stands. `pinned`: somebody put it there; null: it is not on the front page. `last`: of its row. */
export type Standing = { place: Place; pinned: boolean; last: boolean } | null
type Props = { story: LiveStory; standing: Standing; blocks: readonly DeskBlock[]; timeZone: string }

const ROW = 'group flex min-w-0 flex-col gap-1.5 rounded-sm border border-rule bg-sheet px-3 py-2 select-none data-[lifted]:opacity-60 data-[drop]:outline-3 data-[drop]:-outline-offset-3 data-[drop]:outline-linked'

/** One story on the desk: it can be dragged by itself or its grip, and has a button or a choice for every place that a drag could take it to. */
export function DeskStory({ story, standing, blocks, timeZone }: Props) {
  const { id, headline } = story
  const put = (place: Place) => ({ do: 'place', storyId: id, to: placeName(place) })
  const place = standing?.place
  const at = place === undefined || !('at' in place) ? null : place.at
  const beside = (step: -1 | 1): Place | null => (place === undefined || !('at' in place) ? null : { ...place, at: place.at + step })
  const [above, below] = [at === null || at === 0 ? null : beside(-1), at === null || standing?.last === true ? null : beside(1)]
  return (
    <li className={ROW} data-item={`story:${id}`} data-story={id} {...(place === undefined ? {} : { 'data-place': placeName(place) })}>
      <p className="flex min-w-0 items-start gap-1.5">
        <span data-grip="" aria-hidden="true" className="cursor-grab touch-none px-1 text-soft max-lg:px-3 max-lg:py-2">
          ⠿
        </span>
        <span className="min-w-0 grow">
          <a href={`/newsroom/stories/${id}`} draggable={false} className="font-semibold break-words hover:underline" dir="auto">
            {headline}
          </a>
          <span className="block text-xs text-soft">
            {story.section} · <Moment at={story.publishedAt} timeZone={timeZone} />
            {story.hasPicture && ' · with a picture'}
            {standing !== null && <span className={standing.pinned ? 'font-semibold text-ink' : ''}>{standing.pinned ? ' · placed' : ' · here by itself'}</span>}
          </span>
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {above !== null && <StepButton fields={put(above)} control="up" label="Move up" about={`“${headline}”`} />}
        {below !== null && <StepButton fields={put(below)} control="down" label="Move down" about={`“${headline}”`} />}
        {place?.in !== 'lead' && <StepButton fields={put({ in: 'lead' })} control="lead" label="Make lead" about={`“${headline}”`} />}
        {place?.in === 'lead' && !standing?.pinned && <StepButton fields={put({ in: 'lead' })} control="lead" label="Keep as lead" about={`“${headline}”`} />}
        {standing?.pinned === true && <StepButton fields={put({ in: 'auto' })} control="auto" label="Let it flow" about={`“${headline}”`} />}
        <MoveForm storyId={id} headline={headline} places={placesFor(story, standing, blocks)} />
      </div>
    </li>
  )
}

function placesFor(story: LiveStory, standing: Standing, blocks: readonly DeskBlock[]): { name: string; words: string }[] {
  const block = blocks.find(({ sectionId, hidden }) => sectionId === story.sectionId && !hidden)
  const rows: [Place, string][] = [
    [{ in: 'lead' }, 'Lead'],
    ...Array.from({ length: MOST_SECONDS }, (_, at): [Place, string] => [{ in: 'seconds', at }, `Secondary, place ${at + 1}`]),
    ...(block === undefined ? [] : Array.from({ length: block.count }, (_, at): [Place, string] => [{ in: 'block', sectionId: block.sectionId, at }, `${block.name}, place ${at + 1}`])),
    ...(standing?.pinned === true ? [[{ in: 'auto' }, 'Wherever it flows'] as [Place, string]] : []),
  ]
  const here = standing === null ? null : placeName(standing.place)
  return rows.map(([place, words]) => ({ name: placeName(place), words })).filter(({ name }) => name !== here)
}
