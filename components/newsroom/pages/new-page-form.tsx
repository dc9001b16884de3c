import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { STARTER_NAMES, STARTERS } from '#domain/pages/starters.ts'

/** Starts a page of the paper: empty, or with a starter text that says the paper's own facts. */
export function NewPageForm({ action }: { action: FormAction }) {
  return (
    <section aria-labelledby="new-page" className="panel flex flex-col gap-3">
      <h2 id="new-page" className="font-semibold">
        New page
      </h2>
      <ActionForm action={action} submit="Start the page">
        <SelectField name="starter" label="Begin with" hint="A starter text is filled in with your paper’s facts. Read and change it before it goes out." defaultValue="about">
          {STARTERS.map((starter) => (
            <option key={starter} value={starter}>
              {STARTER_NAMES[starter]}
            </option>
          ))}
          <option value="">An empty page</option>
        </SelectField>
        <TextField name="contact" label="E-mail address for readers" hint="Stands in starter texts. Use one that the newsroom reads, not a student’s own." type="email" autoComplete="off" maxLength={254} />
      </ActionForm>
    </section>
  )
}
