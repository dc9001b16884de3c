import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { YearEnd } from '#components/newsroom/people/year-end.client.tsx'
import { UndoYearEnd } from '#components/newsroom/people/undo-year-end.client.tsx'
import { Moment } from '#components/newsroom/time.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { yearEndStart } from '#server/year-end/plan.ts'
import { moveOnAction, planAction, undoAction } from './actions.ts'

export const metadata = { title: 'Year’s end' }

export default async function YearEndPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'moveStaffOn')
  const start = await yearEndStart(actor, new Date())
  if (!verdict.allowed || start === null) return <Forbidden reason={verdict.allowed ? 'There is no staff.' : verdict.reason} />
  const { years, people, last, timeZone } = start
  return (
    <>
      <PageHeader title="Year’s end" lead="Move the staff to the next school year: who stays and as what, who graduates, who leaves. Roles change and sign-ins end at once; stories and bylines stay. Nothing happens before the summary." />
      {last !== null && !last.undone && (
        <section aria-label="The last move" className="panel mb-6 flex max-w-4xl flex-col gap-3 text-sm">
          <p>
            {last.by} moved the staff to {last.toYear}, <Moment at={last.at} timeZone={timeZone} />.
            {last.undoUntil !== null && (
              <>
                {' '}
                It can be undone until <Moment at={last.undoUntil} timeZone={timeZone} />.
              </>
            )}
          </p>
          {last.undoUntil !== null && <UndoYearEnd yearEndId={last.id} undo={undoAction} />}
        </section>
      )}
      <YearEnd years={years} people={people} actions={{ plan: planAction, moveOn: moveOnAction, undo: undoAction }} />
    </>
  )
}
