import { KEEP_CONTACT_DAYS } from '#domain/letters/letter.ts'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#domain/words/words.ts'
import { FormField, FormProblems, FormTrap } from './form-field.tsx'
import { inWords } from './problem-words.ts'

type Props = { words: Words['letters']; trap: string; values: Readonly<Record<string, string>>; problems: readonly Problem[] }

/** The form for a letter to the editor: a plain document, sent as one. */
export function LetterForm({ words, trap, values, problems }: Props) {
  const shown = inWords(words.problems, problems)
  const consent = shown.filter(({ field }) => field === 'consent')
  return (
    <form method="post" action="/api/letters" className="reader-form" aria-label={words.letterTitle}>
      <FormProblems lead={words.notSent} problems={shown} />
      <FormField name="text" label={words.letter} problems={shown}>
        {(control) => <textarea {...control} name="text" rows={12} dir="auto" required minLength={10} maxLength={6_000} defaultValue={values['text']} />}
      </FormField>
      <FormField name="name" label={words.name} problems={shown}>
        {(control) => <input {...control} name="name" type="text" autoComplete="name" required maxLength={80} defaultValue={values['name']} />}
      </FormField>
      <FormField name="email" label={words.email} hint={words.emailHint} problems={shown}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" required maxLength={254} defaultValue={values['email']} />}
      </FormField>
      <div className="form-field">
        {consent.length > 0 && (
          <p id="consent-problem" className="form-problem">
            {consent.map(({ message }) => message).join(' ')}
          </p>
        )}
        <label className="form-choice">
          <input
            type="checkbox"
            id="consent"
            name="consent"
            value="1"
            required
            defaultChecked={values['consent'] === '1'}
            {...(consent.length > 0 ? { 'aria-invalid': true, 'aria-describedby': 'consent-problem' } : {})}
          />
          <span>{words.consent}</span>
        </label>
      </div>
      <FormTrap label={trap} />
      <p className="form-hint form-promise">{words.keptDays(KEEP_CONTACT_DAYS)}</p>
      <button type="submit">{words.send}</button>
    </form>
  )
}

/** The form for a tip; nothing of whoever sends it is asked for. */
export function TipForm({ words, trap, values, problems }: Props) {
  const shown = inWords(words.problems, problems)
  return (
    <form method="post" action="/api/tips" className="reader-form" aria-label={words.tipTitle}>
      <FormProblems lead={words.notSent} problems={shown} />
      <FormField name="text" label={words.tip} hint={words.tipHint} problems={shown}>
        {(control) => <textarea {...control} name="text" rows={8} dir="auto" required minLength={10} maxLength={6_000} defaultValue={values['text']} />}
      </FormField>
      <FormField name="email" label={words.tipEmail} hint={words.tipEmailHint} problems={shown}>
        {(control) => <input {...control} name="email" type="email" autoComplete="off" maxLength={254} defaultValue={values['email']} />}
      </FormField>
      <FormTrap label={trap} />
      <button type="submit">{words.send}</button>
    </form>
  )
}
