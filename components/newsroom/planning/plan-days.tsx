import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import { planSeal } from '#domain/planning/dues.ts'
import type { StoryPlan } from '#server/planning/queries.ts'
import { Day, DueMark } from './due-mark.tsx'

/** The days of a story: what is due, and when it is to be published. */
export function PlanDays({ plan, action }: { plan: StoryPlan; action: FormAction }) {
  const { today } = plan
  return (
    <section aria-labelledby="plan-days" className="panel flex flex-col gap-4">
      <h2 id="plan-days" className="font-serif text-xl font-semibold">
        When
      </h2>
      {plan.dues.length > 0 && (
        <ul className="text-sm">
          {plan.dues.map((due, at) => (
            <li key={at}>
              <DueMark due={due} today={today} />
            </li>
          ))}
        </ul>
      )}
      <p className="text-sm">{plan.plannedFor === null ? <span className="text-soft">No day is planned for it.</span> : <>Planned for <Day day={plan.plannedFor} today={today} /></>}</p>
      {plan.may.plan && (
        <ActionForm key={planSeal(plan)} action={action} submit="Save the days">
          <input type="hidden" name="storyId" value={plan.story.id} />
          <input type="hidden" name="seen" value={planSeal(plan)} />
          <TextField name="draftDue" label="Draft due" type="date" defaultValue={plan.draftDue ?? ''} />
          <TextField name="editDue" label="Editing due" type="date" defaultValue={plan.editDue ?? ''} />
          <TextField name="plannedFor" label="Planned for the paper" type="date" defaultValue={plan.plannedFor ?? ''} hint="A plan, not a promise: nothing is published by it." />
        </ActionForm>
      )}
    </section>
  )
}
