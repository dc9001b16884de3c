import { BYLINE_FORMS, publicName, type BylineForm } from '#domain/people.ts'

const NAMES: Record<BylineForm, string> = { FULL: 'Full', SHORT: 'Short', HIDDEN: 'Hidden' }

/** The forms that a name can take before readers, each with what they would see. */
export function BylineChoices({ name }: { name: string }) {
  return BYLINE_FORMS.map((form) => (
    <option key={form} value={form}>
      {NAMES[form]}: {publicName(name, form) ?? 'no name at all'}
    </option>
  ))
}
