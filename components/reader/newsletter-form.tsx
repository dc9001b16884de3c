import type { Problem } from '#domain/result.ts'
import type { Words } from '#domain/words/words.ts'
import { FormField, FormProblems, FormTrap } from './form-field.tsx'
import { inWords } from './problem-words.ts'

type Props = { words: Words['newsletter']; trap: string; values: Readonly<Record<string, string>>; problems: readonly Problem[] }

/** The form by which readers sign up for the newsletter: a plain document. Nothing is ticked that was not ticked by whoever sent it. */
export function NewsletterForm({ words, trap, values, problems }: Props) {
  const shown = inWords({ email: words.badAddress, what: words.choose, tooMany: words.tooMany }, problems)
  const choice = (name: 'weekly' | 'breaking') => (
    <label className="form-choice">
      <input type="checkbox" name={name} value="1" id={name === 'weekly' ? 'what' : name} defaultChecked={values[name] === undefined ? name === 'weekly' : values[name] !== ''} />
      <span>{words[name]}</span>
    </label>
  )
  const missing = shown.filter(({ field }) => field === 'what')
  return (
    <form method="post" action="/api/newsletter" className="reader-form" aria-label={words.title}>
      <FormProblems lead={words.notSent} problems={shown} />
      <FormField name="email" label={words.email} problems={shown}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" required maxLength={254} defaultValue={values['email']} />}
      </FormField>
      <fieldset className="form-field" {...(missing.length > 0 ? { 'aria-describedby': 'what-problem' } : {})}>
        <legend>{words.what}</legend>
        {missing.length > 0 && (
          <p id="what-problem" className="form-problem">
            {missing.map(({ message }) => message).join(' ')}
          </p>
        )}
        {choice('weekly')}
        {choice('breaking')}
      </fieldset>
      <FormTrap label={trap} />
      <p className="form-hint form-promise">{words.privacy}</p>
      <button type="submit">{words.submit}</button>
    </form>
  )
}
