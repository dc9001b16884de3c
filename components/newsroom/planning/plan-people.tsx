import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField } from '#components/ui/fields.client.tsx'
import { PART_NAMES, PARTS } from '#domain/planning/assignments.ts'
import { isOpen } from '#domain/workflow.ts'
import type { PersonChoice, StoryPlan } from '#server/planning/queries.ts'
import { PersonOptions } from './person-options.tsx'
import type { PlanActions } from './plan-actions.ts'

const OFFER_WORDS = { WRITER: 'I will write it', PHOTOGRAPHER: 'I will take the pictures' } as const

/** Who does what for a story, and what this person can change about it. */
export function PlanPeople({ plan, people, actions }: { plan: StoryPlan; people: readonly PersonChoice[]; actions: PlanActions }) {
  const storyId = plan.story.id
  return (
    <section aria-labelledby="plan-people" className="panel flex flex-col gap-4">
      <h2 id="plan-people" className="font-serif text-xl font-semibold">
        Who
      </h2>
      <p className="text-sm">
        <span className="text-soft">Answers for it:</span> <span className="font-semibold">{plan.owner.name}</span>
        {!plan.owner.active && <span className="font-semibold text-bad"> · has left</span>}
      </p>
      {plan.people.length === 0 && <p className="text-sm text-soft">Nobody is assigned.</p>}
      <ul className="flex flex-col divide-y divide-rule">
        {plan.people.map(({ userId, name, part, active }) => (
          <li key={`${part} ${userId}`} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <p className="text-sm">
              <span className="font-semibold">{name}</span> <span className="text-soft">· {PART_NAMES[part]}</span>
              {!active && <span className="font-semibold text-bad"> · has left</span>}
            </p>
            {plan.may.assign && (
              <ActionForm action={actions.unassign} submit={`Take off ${name}`} tone="" className="flex flex-col gap-2">
                <input type="hidden" name="storyId" value={storyId} />
                <input type="hidden" name="userId" value={userId} />
                <input type="hidden" name="part" value={part} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {plan.may.assign && (
        <ActionForm action={actions.assign} submit="Assign">
          <input type="hidden" name="storyId" value={storyId} />
          <SelectField name="part" label="What they do" defaultValue="WRITER" hint="A writer may write in the story, and does not approve it.">
            {PARTS.map((part) => (
              <option key={part} value={part}>
                {PART_NAMES[part]}
              </option>
            ))}
          </SelectField>
          <SelectField name="userId" label="Person" defaultValue="">
            <option value="">Choose a person</option>
            <PersonOptions people={people} />
          </SelectField>
        </ActionForm>
      )}
      {plan.may.assign && isOpen(plan.story.state) && (
        <details>
          <summary className="cursor-pointer py-1 text-sm font-semibold">Hand the story over</summary>
          <ActionForm action={actions.give} submit="Hand over" tone="" className="mt-2 flex flex-col gap-3">
            <input type="hidden" name="storyId" value={storyId} />
            <SelectField name="toId" label="Who answers for it from now on" defaultValue="" hint="It waits on their first screen. Bylines stay as they are.">
              <option value="">Choose a person</option>
              <PersonOptions people={people.filter(({ userId }) => userId !== plan.owner.userId)} />
            </SelectField>
          </ActionForm>
        </details>
      )}
      {plan.may.offers.length > 0 && (
        <div className="flex flex-wrap gap-3">
          {plan.may.offers.map((part) => (
            <ActionForm key={part} action={actions.volunteer} submit={OFFER_WORDS[part]} tone="" className="flex flex-col gap-2">
              <input type="hidden" name="storyId" value={storyId} />
              <input type="hidden" name="part" value={part} />
            </ActionForm>
          ))}
        </div>
      )}
    </section>
  )
}
