import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { RadioField, SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide, REVIEW_POLICIES, REVIEW_POLICY_NAMES, type ReviewPolicy } from '#domain/policy.ts'
import { ESCALATION_NAMES, ESCALATIONS } from '#domain/review-policy.ts'
import { writeDaysOff } from '#domain/school-hours.ts'
import { requireActor } from '#server/auth/actor.ts'
import { reviewSettings } from '#server/reviews/settings.ts'
import { changeReviewSettingsAction } from './actions.ts'

const POLICY_MEANS: Record<ReviewPolicy, string> = {
  ADVISER_APPROVES: 'Nothing goes live without an adviser. The Journalism Education Association calls this prior review.',
  ADVISER_CONSULTS: 'The adviser is asked and may comment, but never stops a story. Student editors decide.',
  OPEN_FORUM: 'Student editors decide. The adviser coaches.',
}

export default async function ReviewSettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  const known = await reviewSettings(actor)
  if (!verdict.allowed || known === null) return <Forbidden reason={verdict.allowed ? 'The paper is not set up yet.' : verdict.reason} />
  const { settings, people } = known
  return (
    <>
      <title>Review policy · Newsroom</title>
      <PageHeader
        title="Review policy"
        lead="Who has the last word, and how long a story may be held. Every change is recorded, and readers see the policy."
        action={
          <a href="/how-we-edit" className="button">
            As readers see it
          </a>
        }
      />
      <ActionForm action={changeReviewSettingsAction} submit="Save the review policy" className="flex max-w-2xl flex-col gap-6">
        <RadioField name="policy" label="Who has the last word" defaultValue={settings.policy} choices={REVIEW_POLICIES.map((value) => ({ value, label: REVIEW_POLICY_NAMES[value], hint: POLICY_MEANS[value] }))} />
        <TextField name="holdHours" label="Where the adviser approves: hours of school until a decision is due" hint="14 are two days of seven hours. Evenings, weekends and days off do not count." type="number" min={1} max={200} required defaultValue={settings.holdHours} />
        <TextField name="consultHours" label="Where the adviser is asked: hours of school for a comment" type="number" min={1} max={200} required defaultValue={settings.consultHours} />
        <RadioField name="escalation" label="When the time to decide is over, the story goes to" defaultValue={settings.escalation} choices={ESCALATIONS.map((value) => ({ value, label: ESCALATION_NAMES[value], hint: value === 'EDITORS' ? 'An editor who is not an author may then decide, also where the adviser approves.' : undefined }))} />
        <SelectField name="escalatePersonId" label="The one person" hint="Only where you chose one person above." defaultValue={settings.escalatePersonId ?? ''}>
          <option value="">Nobody</option>
          {people.map(({ userId, name }) => (
            <option key={userId} value={userId}>
              {name}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-4">
          <TextField name="schoolOpens" label="School opens" type="time" required defaultValue={settings.schoolOpens} />
          <TextField name="schoolCloses" label="School closes" type="time" required defaultValue={settings.schoolCloses} />
        </div>
        <TextArea name="daysOff" label="Days without school" hint="One a line, such as 2026-11-26 or 2026-12-21 to 2027-01-01. Saturdays and Sundays never count." rows={6} defaultValue={writeDaysOff(settings.daysOff)} />
      </ActionForm>
    </>
  )
}
