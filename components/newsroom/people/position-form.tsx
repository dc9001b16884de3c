import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, TextField } from '#components/ui/fields.client.tsx'

type Props = { staffId: string; position: string; sectionIds: readonly string[]; sections: readonly { id: string; name: string }[]; save: FormAction }

/** What somebody is at the paper this year, and which sections they work for. */
export function PositionForm({ staffId, position, sectionIds, sections, save }: Props) {
  return (
    <ActionForm action={save} submit="Save the position" tone="">
      <input type="hidden" name="staffId" value={staffId} />
      <TextField name="position" label="Position" hint="Such as Staff Writer or Sports Editor." defaultValue={position} maxLength={60} required />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-sm font-semibold">Sections</legend>
        {sections.map(({ id, name }) => (
          <CheckField key={id} name="sectionIds" label={name} value={id} defaultChecked={sectionIds.includes(id)} />
        ))}
      </fieldset>
    </ActionForm>
  )
}
