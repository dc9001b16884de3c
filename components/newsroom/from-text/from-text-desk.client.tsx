'use client'

import { Problems } from '#components/ui/problems.tsx'
import type { StaffName } from '#domain/from-text/story-content.ts'
import type { UnderstoodStory } from '#domain/from-text/understood-story.ts'
import type { Problem } from '#domain/result.ts'
import { CleanUpList } from './clean-up-list.tsx'
import { SourceField } from './source-field.client.tsx'
import { SourceLines } from './source-lines.client.tsx'
import { problemsAt, UnderstoodView } from './understood-view.client.tsx'
import { useFromText, type MakeStory } from './use-from-text.client.ts'

const FIELDS = ['content.headline', 'content.deck', 'content.bylines'] as const

/** From a pasted page to a story: the source beside what was understood, and one button that makes the story. */
export function FromTextDesk({ staff, make }: { staff: readonly StaffName[]; make: MakeStory }) {
  const { reading, edits, change, understood, edited, problems, pending, send, isStale } = useFromText(staff, make)
  const isEmpty = reading.source.trim() === ''
  const beside = new Set<Problem>(FIELDS.flatMap((field) => problemsAt(problems, field)))
  const blocked = isStale || pending
  return (
    <div className="flex flex-col gap-6">
      <SourceField reading={reading} problem={understood.problem} change={change} />
      <p role="status" data-testid="understood-summary" className="text-sm text-soft">
        {isEmpty || understood.problem !== null ? '' : summary(understood)}
      </p>
      {!isEmpty && understood.problem === null && (
        <>
          {/* What gets the focus must not end up under the bar with the button. */}
          <div className="grid gap-6 md:grid-cols-2 [&_:is(input,textarea,select,button)]:scroll-mb-32">
            <section aria-labelledby="source-lines" className="flex min-w-0 flex-col gap-4">
              <h2 id="source-lines" className="font-serif text-xl font-semibold">
                Your text, line by line
              </h2>
              <SourceLines lines={understood.lines} overrides={reading.overrides} change={change} />
              <CleanUpList cleanups={understood.cleanups} />
            </section>
            <section aria-labelledby="as-understood" className="flex min-w-0 flex-col gap-4 border-t border-rule pt-6 md:border-t-0 md:border-l md:pt-0 md:pl-6">
              <h2 id="as-understood" className="font-serif text-xl font-semibold">
                As understood
              </h2>
              <UnderstoodView story={edited} edits={edits} staff={staff} problems={problems} disabled={pending} change={change} />
            </section>
          </div>
          <div className="sticky bottom-0 z-10 -mx-4 flex flex-col gap-3 border-t border-rule bg-paper px-4 py-3">
            <Problems problems={problems.filter((problem) => !beside.has(problem))} />
            {beside.size > 0 && <p role="alert" className="text-sm font-semibold text-bad">Something needs to be changed first: see the fields marked red.</p>}
            <div className="flex flex-wrap items-center gap-3">
              <button type="button" className="button button-primary" aria-disabled={blocked} onClick={send}>
                {pending ? 'One moment…' : 'Make this story'}
              </button>
              <p className="text-sm text-soft">It becomes a draft of yours. Nobody else is told.</p>
            </div>
          </div>
        </>
      )}
    </div>
  )
}

function summary({ headline, bylines, pictures, body }: UnderstoodStory): string {
  const count = (number: number, one: string, many: string) => `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`
  const paragraphs = body.content.filter((block) => block.type === 'paragraph' && block.content !== undefined).length
  const parts = [headline === '' ? 'no headline' : 'a headline', count(bylines.length, 'byline', 'bylines'), count(pictures.length, 'picture', 'pictures'), count(paragraphs, 'paragraph', 'paragraphs')]
  return `Understood: ${parts.join(', ')}.`
}
