import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { CheckField, RadioField, TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { namingPolicy } from '#server/staff/naming.ts'
import { changeNamingPolicyAction } from './actions.ts'

export default async function PeopleSettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const policy = await namingPolicy(actor)
  return (
    <>
      <title>People · Newsroom</title>
      <PageHeader title="People" lead="How the paper names its staff, and what happens when somebody is away. Everybody may ask readers to see less of their own name; nobody can be made to show more." />
      <ActionForm action={changeNamingPolicyAction} submit="Save" className="flex max-w-2xl flex-col gap-6">
        <RadioField
          name="nameForm"
          label="Names of staff, as readers see them"
          defaultValue={policy.nameForm}
          choices={[
            { value: 'FULL', label: 'Full name', hint: 'Ana Ruiz, unless she asked for less.' },
            { value: 'SHORT', label: 'First name and initial', hint: 'Ana R. for everybody: bylines, picture credits and mastheads, of old stories too.' },
          ]}
        />
        <CheckField
          name="neverWithPictures"
          label="Never a name with a picture"
          hint="A story cannot be approved while the name of somebody who can be seen in a picture stands in its caption or alt text. Who can be seen is written down with the picture."
          defaultChecked={!policy.namesWithPictures}
        />
        <TextField name="absentDays" label="Days of school until a draft of somebody absent goes to its next owner" type="number" min={1} max={60} required defaultValue={policy.absentDays} />
      </ActionForm>
    </>
  )
}
