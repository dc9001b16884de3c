import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, SelectField, TextField } from '#components/ui/fields.client.tsx'

type Props = { sections: readonly { id: string; slug: string; name: string; needsRiskChecklist: boolean }[]; add: FormAction; change: FormAction }

/** The sections in the paper's order: rename, move, add. Their addresses stay, so that no link breaks. */
export function SectionSettings({ sections, add, change }: Props) {
  return (
    <section aria-labelledby="sections">
      <h2 id="sections" className="mb-3 font-serif text-xl font-semibold">
        Sections
      </h2>
      <ul className="mb-6 divide-y divide-rule border-y border-rule">
        {sections.map((section) => (
          <li key={section.id} className="py-2">
            <details>
              <summary className="cursor-pointer py-1">
                <span className="font-semibold">{section.name}</span> <span className="text-sm text-soft">/{section.slug}</span>
              </summary>
              <div className="p-3">
                <ActionForm action={change} submit="Save section">
                  <input type="hidden" name="sectionId" value={section.id} />
                  <TextField name="name" label="Name" defaultValue={section.name} required />
                  <SelectField name="move" label="Place in the order" defaultValue="stay">
                    <option value="stay">Where it is</option>
                    <option value="up">One up</option>
                    <option value="down">One down</option>
                  </SelectField>
                  <CheckField name="needsRiskChecklist" label="Its stories need a complete risk checklist" defaultChecked={section.needsRiskChecklist} />
                </ActionForm>
              </div>
            </details>
          </li>
        ))}
      </ul>
      <h3 className="mb-2 font-semibold">New section</h3>
      <ActionForm action={add} submit="Add section" tone="">
        <TextField name="name" label="Name of the section" required />
      </ActionForm>
    </section>
  )
}
