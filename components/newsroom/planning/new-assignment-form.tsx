import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { PersonChoice } from '#server/planning/queries.ts'
import { PersonOptions } from './person-options.tsx'

type Props = { action: FormAction; sections: readonly { id: string; name: string }[]; people: readonly PersonChoice[] }

/** A story that the newsroom asks for, without a pitch. */
export function NewAssignmentForm({ action, sections, people }: Props) {
  const editors = people.filter(({ role }) => role !== 'WRITER')
  return (
    <ActionForm action={action} submit="Make the assignment" className="flex max-w-prose flex-col gap-4">
      <TextField name="title" label="Working title" maxLength={200} required autoComplete="off" />
      <SelectField name="sectionId" label="Section" defaultValue="">
        <option value="">Not sure yet</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField name="writerId" label="Writer" defaultValue="" hint="Leave it open, and a writer can take it from the board.">
        <option value="">Whoever volunteers</option>
        <PersonOptions people={people} />
      </SelectField>
      <SelectField name="editorId" label="Editor" defaultValue="">
        <option value="">Nobody yet</option>
        <PersonOptions people={editors} />
      </SelectField>
      <SelectField name="photographerId" label="Photographer" defaultValue="">
        <option value="">Whoever volunteers</option>
        <PersonOptions people={people} />
      </SelectField>
      <TextField name="draftDue" label="Draft due" type="date" />
      <TextField name="editDue" label="Editing due" type="date" />
      <TextField name="plannedFor" label="Planned for the paper" type="date" />
      <TextArea name="wanted" label="Picture it needs, and of what" rows={2} maxLength={1000} hint="Leave it empty if it needs none." />
      <TextField name="photoDue" label="Picture due" type="date" />
    </ActionForm>
  )
}
