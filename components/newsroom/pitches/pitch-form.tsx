import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { PitchView } from '#server/planning/pitch-queries.ts'

type Props = { action: FormAction; submit: string; sections: readonly { id: string; name: string }[]; pitch?: PitchView }

/** What a pitch says; `pitch`: the one that is changed. */
export function PitchForm({ action, submit, sections, pitch }: Props) {
  return (
    <ActionForm action={action} submit={submit} className="flex max-w-prose flex-col gap-4">
      {pitch !== undefined && <input type="hidden" name="pitchId" value={pitch.id} />}
      <TextField name="title" label="Working title" defaultValue={pitch?.title} maxLength={200} required autoComplete="off" />
      <TextArea name="why" label="What the story is, and why now" defaultValue={pitch?.why} rows={6} maxLength={4000} required />
      <SelectField name="sectionId" label="Section" defaultValue={pitch?.sectionId ?? ''}>
        <option value="">Not sure yet</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextArea name="sources" label="Whom you would talk to, and what you would look at" defaultValue={pitch?.sources} rows={3} maxLength={2000} />
      <TextField name="hopedFor" label="When you hope to see it in the paper" type="date" defaultValue={pitch?.hopedFor ?? ''} hint="Leave it empty if any day will do." />
      <TextArea name="pictures" label="Pictures it needs, and of what" defaultValue={pitch?.pictures} rows={2} maxLength={1000} hint="Leave it empty if it needs none. They become a photo request of the story." />
    </ActionForm>
  )
}
