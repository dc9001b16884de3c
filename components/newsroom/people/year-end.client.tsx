'use client'

import { useRef, useState, useTransition } from 'react'
import { Problems } from '#components/ui/problems.tsx'
import type { Problem, Result } from '#domain/result.ts'
import type { YearSummary } from '#server/year-end/plan.ts'
import type { StaffToMove } from '#server/year-end/staff.ts'
import { UndoYearEnd } from './undo-year-end.client.tsx'
import { YearPeople } from './year-people.client.tsx'
import { YearSummaryForm } from './year-summary.client.tsx'
import { planOf, problemFields, type YearPlan } from './year-plan.ts'

export type YearEndActions = {
  plan: (input: YearPlan) => Promise<Result<{ summary: YearSummary }>>
  moveOn: (input: YearPlan & { handOvers: { storyId: string; toId: string }[] }) => Promise<Result<{ yearEndId: string; adviserUrl: string | null; mailed: boolean }>>
  undo: (input: { yearEndId: string }) => Promise<Result<{ kept: string[] }>>
}

type Done = { yearEndId: string; adviserUrl: string | null; mailed: boolean }
const SILENT: Problem[] = [{ message: 'The server did not answer. Nothing here is lost; try again.' }]

/** The wizard of the year's end: choose for everybody, look at the summary, confirm. What was chosen stays until it is done. */
export function YearEnd({ years, people, actions }: { years: readonly string[]; people: readonly StaffToMove[]; actions: YearEndActions }) {
  const [planned, setPlanned] = useState<{ plan: YearPlan; summary: YearSummary } | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [done, setDone] = useState<Done | null>(null)
  const [pending, start] = useTransition()
  const top = useRef<HTMLDivElement>(null)
  const run = (work: () => Promise<Problem[]>) => {
    if (pending) return
    start(async () => {
      setProblems(await work().catch(() => SILENT))
      top.current?.focus()
    })
  }
  const look = (form: FormData) =>
    run(async () => {
      const plan = planOf(form, people)
      const result = await actions.plan(plan)
      if (!result.ok) return problemFields(result.problems, plan)
      setPlanned({ plan, summary: result.summary })
      return []
    })
  const confirm = (plan: YearPlan, handOvers: { storyId: string; toId: string }[]) =>
    run(async () => {
      const result = await actions.moveOn({ ...plan, handOvers })
      if (!result.ok) return problemFields(result.problems, plan)
      setDone(result)
      return []
    })
  if (done !== null) return <Moved done={done} undo={actions.undo} />
  return (
    <div ref={top} tabIndex={-1} className="flex max-w-4xl flex-col gap-6">
      <Problems problems={problems.filter(({ field }) => planned !== null || field === undefined)} />
      <div hidden={planned !== null}>
        <YearPeople years={years} people={people} problems={problems} pending={pending} look={look} />
      </div>
      {planned !== null && (
        <YearSummaryForm toYear={planned.plan.toYear} summary={planned.summary} adviser={planned.plan.newAdviser?.email ?? null} pending={pending} back={() => setPlanned(null)} confirm={(handOvers) => confirm(planned.plan, handOvers)} />
      )}
    </div>
  )
}

function Moved({ done, undo }: { done: Done; undo: YearEndActions['undo'] }) {
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <p role="status" className="rounded-md border border-good bg-good-wash px-4 py-3 text-sm text-good">
        Done. The staff has moved on.
      </p>
      {done.adviserUrl !== null && (
        <label className="flex flex-col gap-1 text-sm">
          <span className="font-semibold">{done.mailed ? 'The new adviser’s link was mailed. You can also hand it over yourself.' : 'Hand this link to the new adviser.'} It is shown only now and works once.</span>
          <input className="control font-mono text-sm" readOnly value={done.adviserUrl} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
      <p>
        <a href="/newsroom/staff" className="button button-primary">
          All staff
        </a>
      </p>
      <section aria-label="Undo" className="panel flex flex-col gap-3 text-sm">
        <p>Something was wrong? For an hour, all of it can be taken back here.</p>
        <UndoYearEnd yearEndId={done.yearEndId} undo={undo} />
      </section>
    </div>
  )
}
