import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, SelectField, TextField } from '#components/ui/fields.client.tsx'
import { MoveButtons } from '#components/ui/move-buttons.client.tsx'
import { SectionColour } from './section-colour.client.tsx'

export type SectionActions = Readonly<Record<'add' | 'change' | 'move' | 'close' | 'merge', FormAction>>
type Line = { id: string; slug: string; name: string; color: string; parentId: string | null; needsRiskChecklist: boolean; closed: boolean; stories: number; formerSlugs: string[] }

/** The sections that this one can be a part of. */
const tops = (sections: readonly Line[], but: string | null) => sections.filter(({ id, parentId, closed }) => parentId === null && !closed && id !== but)

function ParentField({ sections, of }: { sections: readonly Line[]; of: Line | null }) {
  return (
    <SelectField name="parentId" label="Part of" defaultValue={of?.parentId ?? ''} hint="A part has an address of its own, and its stories stand on both pages.">
      <option value="">None, it stands by itself</option>
      {tops(sections, of?.id ?? null).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  )
}

function ChangeForm({ section, sections, action }: { section: Line; sections: readonly Line[]; action: FormAction }) {
  return (
    <ActionForm action={action} submit="Save section">
      <input type="hidden" name="sectionId" value={section.id} />
      <TextField name="name" label="Name" defaultValue={section.name} required maxLength={40} />
      <TextField name="slug" label="Web address" hint="Old addresses, of its stories too, lead to the new ones for ever." defaultValue={section.slug} required spellCheck={false} autoCapitalize="none" />
      <SectionColour defaultValue={section.color} />
      <ParentField sections={sections} of={section} />
      <CheckField name="needsRiskChecklist" label="Its stories need a complete risk checklist" defaultChecked={section.needsRiskChecklist} />
    </ActionForm>
  )
}

function EndForms({ section, sections, close, merge }: { section: Line; sections: readonly Line[]; close: FormAction; merge: FormAction }) {
  const others = sections.filter(({ id, closed }) => id !== section.id && !closed)
  return (
    <div className="flex flex-col gap-4 border-t border-rule pt-4">
      <ActionForm action={close} submit={section.closed ? 'Open it again' : 'Close this section'} tone="">
        <input type="hidden" name="sectionId" value={section.id} />
        <input type="hidden" name="closed" value={section.closed ? 'no' : 'yes'} />
        <p className="text-sm text-soft">{section.closed ? 'It is closed: it stands in no list to choose from.' : 'Nothing new is begun in a closed section. Its stories stay where they are.'}</p>
      </ActionForm>
      {others.length > 0 && (
        <ActionForm action={merge} submit="Merge it" tone="button-danger">
          <input type="hidden" name="sectionId" value={section.id} />
          <SelectField name="intoId" label="Give its stories to" defaultValue="" hint="For good: readers find all its stories there, and every old address leads to them.">
            <option value="">Choose a section</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </ActionForm>
      )}
    </div>
  )
}

/** One section: its place, what it is, and everything that can be done to it. */
function SectionLine({ section, sections, actions }: { section: Line; sections: readonly Line[]; actions: SectionActions }) {
  const { id, name, slug, stories, closed, formerSlugs, parentId } = section
  return (
    <li className={`flex items-start gap-3 py-2 ${parentId === null ? '' : 'ps-8'}`} data-item={id}>
      <details className="min-w-0 grow">
        <summary className="cursor-pointer py-1.5">
          <span className="section-swatch" data-section={slug} aria-hidden="true" /> <span className="font-semibold">{name}</span>{' '}
          <span className="text-sm text-soft">
            /{slug} · {stories === 1 ? '1 story' : `${stories} stories`}
            {closed && ' · closed'}
          </span>
        </summary>
        <div className="flex flex-col gap-4 p-3">
          {formerSlugs.length > 0 && <p className="text-sm text-soft">Former addresses that lead here: {formerSlugs.map((former) => `/${former}`).join(', ')}</p>}
          <ChangeForm section={section} sections={sections} action={actions.change} />
          <EndForms section={section} sections={sections} close={actions.close} merge={actions.merge} />
        </div>
      </details>
      <MoveButtons action={actions.move} fields={{ sectionId: id }} name={name} />
    </li>
  )
}

/** All sections in the paper's order, and the way to a new one. */
export function SectionLines({ sections, actions }: { sections: readonly Line[]; actions: SectionActions }) {
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <ul className="divide-y divide-rule border-y border-rule">
        {sections.map((section) => (
          <SectionLine key={section.id} section={section} sections={sections} actions={actions} />
        ))}
      </ul>
      <section aria-labelledby="new-section">
        <h2 id="new-section" className="mb-3 font-serif text-xl font-semibold">
          New section
        </h2>
        <ActionForm action={actions.add} submit="Add section">
          <TextField name="name" label="Name of the section" required maxLength={40} />
          <ParentField sections={sections} of={null} />
        </ActionForm>
      </section>
    </div>
  )
}
