import type { ReactNode } from 'react'
import type { Placed } from '#domain/front-page/arrange.ts'
import { MOST_IN_BLOCK } from '#domain/front-page/layout.ts'
import type { Place } from '#domain/front-page/steps.ts'
import type { LiveStory } from '#server/front-page/live-stories.ts'
import type { DeskBlock, FrontDesk } from '#server/front-page/queries.ts'
import { DeskStory } from './desk-story.tsx'
import { StepButton, StepForm } from './step-form.client.tsx'

const DROP = 'data-[drop]:outline-3 data-[drop]:outline-linked'

/** The places of the front page from top to bottom, with what stands in them. */
export function DeskPlaces({ desk }: { desk: FrontDesk }) {
  const { lead, seconds, blocks, timeZone } = desk
  const row = (placed: readonly Placed<LiveStory>[], placeAt: (at: number) => Place) =>
    placed.map(({ story, pinned }, at) => <DeskStory key={story.id} story={story} standing={{ place: placeAt(at), pinned, last: at === placed.length - 1 }} blocks={blocks} timeZone={timeZone} />)
  return (
    <div className="flex min-w-0 flex-col gap-6">
      <Part id="lead" title="Lead">
        <ul className="flex flex-col gap-1.5" data-place="lead">
          {lead === null ? <li className="text-sm text-soft">There is no live story yet.</li> : row([lead], () => ({ in: 'lead' }))}
        </ul>
      </Part>
      <Part id="secondary" title="Secondary stories">
        <ol className="flex flex-col gap-1.5">{row(seconds, (at) => ({ in: 'seconds', at }))}</ol>
        {seconds.length === 0 && <p className="text-sm text-soft">There are no more live stories.</p>}
      </Part>
      <Part id="sections" title="Sections">
        <ol className="flex flex-col gap-3">
          {blocks.map((block, at) => (
            <Block key={block.sectionId} block={block} at={at} last={at === blocks.length - 1}>
              {row(block.stories, (place) => ({ in: 'block', sectionId: block.sectionId, at: place }))}
            </Block>
          ))}
        </ol>
      </Part>
    </div>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-2 font-serif text-xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}

type BlockProps = { block: DeskBlock; at: number; last: boolean; children: ReactNode }

/** A section on the front page, with its stories and where it stands among the sections. */
function Block({ block: { sectionId, name, hidden, count, stories }, at, last, children }: BlockProps) {
  const move = (to: number) => ({ do: 'move', sectionId, at: String(to) })
  return (
    <li aria-label={name} data-item={`section:${sectionId}`} data-section={sectionId} data-section-at={at} className={`min-w-0 rounded-md border border-rule p-3 data-[lifted]:opacity-60 ${DROP} ${hidden ? 'bg-wash' : ''}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span data-grip="" aria-hidden="true" className="cursor-grab touch-none px-1 text-soft select-none max-lg:px-3 max-lg:py-2">
          ⠿
        </span>
        <h3 className="grow font-semibold break-words">
          {name}
          {hidden && <span className="font-normal text-soft"> · hidden</span>}
        </h3>
        {at > 0 && <StepButton fields={move(at - 1)} control="up" label="Move up" about={name} />}
        {!last && <StepButton fields={move(at + 1)} control="down" label="Move down" about={name} />}
        <StepButton fields={{ do: hidden ? 'show' : 'hide', sectionId }} control="hide" label={hidden ? 'Show' : 'Hide'} about={name} />
        {!hidden && (
          <StepForm fields={{ do: 'count', sectionId }} control="count" className="flex items-center gap-1">
            <label className="flex items-center gap-1 text-xs">
              <span className="sr-only">{name}: </span>Stories
              <select key={count} name="count" defaultValue={count} className="control min-h-8 w-16 py-0.5 text-xs max-lg:min-h-11">
                {Array.from({ length: MOST_IN_BLOCK }, (_, index) => (
                  <option key={index}>{index + 1}</option>
                ))}
              </select>
            </label>
            <button type="submit" className="button button-small max-lg:min-h-11">
              Set<span className="sr-only"> how many stories {name} shows</span>
            </button>
          </StepForm>
        )}
      </div>
      {!hidden && <ol className="mt-2 flex flex-col gap-1.5">{children}</ol>}
      {!hidden && stories.length === 0 && (
        <p data-place={`block:${sectionId}:0`} className={`mt-2 text-sm text-soft ${DROP}`}>
          No story is left for it, so readers do not see it.
        </p>
      )}
    </li>
  )
}
