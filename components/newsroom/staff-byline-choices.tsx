import { BYLINE_FORMS, shownName, showsMore, type BylineForm } from '#domain/people.ts'

const NAMES: Record<BylineForm, string> = { FULL: 'Full', SHORT: 'Short', HIDDEN: 'Hidden' }

type Props = {
  name: string
  /** How much of a name the paper shows at most. */
  paper: BylineForm
  /** For somebody else's name: what stands now, which only its bearer can widen. */
  atMost?: BylineForm
}

/** The forms that a name can take before readers, each with what they would see. */
export function BylineChoices({ name, paper, atMost = 'FULL' }: Props) {
  return BYLINE_FORMS.filter((form) => !showsMore(atMost, form)).map((form) => (
    <option key={form} value={form}>
      {NAMES[form]}: {shownName({ name, bylineForm: form }, paper) ?? 'no name at all'}
    </option>
  ))
}
