import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { FrontDesk } from '#server/front-page/queries.ts'
import { Moment } from '../time.tsx'
import { StepButton } from './step-form.client.tsx'

/** How the draft stands, the way back, and the way out to readers. */
export function DeskBar({ desk, publish }: { desk: FrontDesk; publish: FormAction }) {
  const { version, changed, differs, bannerOver, undo, redo, timeZone } = desk
  return (
    <section aria-label="The draft" className="panel mb-6 flex flex-col gap-3">
      <div className="text-sm">
        <p className="font-semibold" data-testid="draft-standing">
          {differs ? 'Readers do not see this draft yet.' : 'Readers see this front page.'}
        </p>
        {bannerOver && <p className="text-soft">The breaking banner came down at its end.</p>}
        {changed !== null && (
          <p className="break-words text-soft">
            Last change by {changed.by}, <Moment at={changed.at} timeZone={timeZone} />: {changed.words}.
          </p>
        )}
      </div>
      <div data-item="draft" className="flex flex-wrap items-center gap-2">
        {undo !== null && <StepButton fields={{ do: 'undo' }} control="undo" label="Undo" about={`(${undo})`} />}
        {redo !== null && <StepButton fields={{ do: 'redo' }} control="redo" label="Do again" about={`(${redo})`} />}
        <StepButton fields={{ do: 'automatic' }} control="automatic" label="Back to the automatic front" />
      </div>
      {(undo !== null || redo !== null) && (
        <p className="text-xs break-words text-soft">
          {undo !== null && `Undo takes back: ${undo}. `}
          {redo !== null && `Do again: ${redo}.`}
        </p>
      )}
      {/* Anew with every draft: what was said of one is not said of the next. */}
      <ActionForm key={version} action={publish} submit="Publish now" className="flex flex-col gap-3">
        <input type="hidden" name="version" value={version} />
      </ActionForm>
    </section>
  )
}
