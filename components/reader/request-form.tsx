import type { Problem } from '#domain/result.ts'
import { GROUNDS, KEEP_SENDER_DAYS } from '#domain/takedown-policy.ts'
import type { Language } from '#domain/words/language.ts'
import { problemsIn } from '#domain/words/problems.ts'
import { wordsOf, type Words } from '#domain/words/words.ts'
import { FormField as Field, FormProblems, FormTrap } from './form-field.tsx'

type Values = Partial<Record<'story' | 'ground' | 'problem' | 'wish' | 'name' | 'email', string>>
type Texts = Words['requests']

function GroundField({ chosen, words, problems }: { chosen: string | undefined; words: Texts; problems: readonly Problem[] }) {
  const own = problems.filter(({ field }) => field === 'ground')
  return (
    <fieldset className="form-field" {...(own.length > 0 ? { 'aria-describedby': 'ground-problem' } : {})}>
      <legend>{words.about}</legend>
      {own.length > 0 && (
        <p id="ground-problem" className="form-problem">
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
      {GROUNDS.map((ground) => (
        <label key={ground} className="form-choice">
          <input type="radio" name="ground" value={ground} id={`ground-${ground}`} required defaultChecked={ground === chosen} />
          <span>{words.grounds[ground].choice}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The first choice of its ground is where a link to that leads. */
const atGround = (problems: readonly Problem[]) => problems.map((problem) => (problem.field === 'ground' ? { ...problem, field: `ground-${GROUNDS[0]}` } : problem))

/** The form by which readers ask the paper about a story: a plain document, sent as one, with all that was typed and what is wrong with it. */
export function RequestForm({ values, problems: found, language }: { values: Values; problems: readonly Problem[]; language: Language }) {
  const words = wordsOf(language).requests
  const problems = problemsIn(language, found)
  return (
    <form method="post" action="/api/corrections/request" className="reader-form" aria-labelledby="form-name">
      <h2 id="form-name">{words.form}</h2>
      <FormProblems lead={words.notSent} problems={atGround(problems)} />
      <Field name="story" label={words.story} hint={words.storyHint} problems={problems}>
        {(control) => <input {...control} name="story" type="text" inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={500} defaultValue={values.story} />}
      </Field>
      <GroundField chosen={values.ground} words={words} problems={problems} />
      <Field name="problem" label={words.problem} hint={words.problemHint} problems={problems}>
        {(control) => <textarea {...control} name="problem" rows={6} required minLength={10} maxLength={4_000} defaultValue={values.problem} />}
      </Field>
      <Field name="wish" label={words.wish} problems={problems}>
        {(control) => <textarea {...control} name="wish" rows={3} required minLength={3} maxLength={2_000} defaultValue={values.wish} />}
      </Field>
      <Field name="name" label={words.name} hint={words.nameHint} problems={problems}>
        {(control) => <input {...control} name="name" type="text" autoComplete="name" maxLength={80} defaultValue={values.name} />}
      </Field>
      <Field name="email" label={words.email} hint={words.emailHint} problems={problems}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" maxLength={254} defaultValue={values.email} />}
      </Field>
      <FormTrap label={words.trap} />
      <p className="form-hint">{words.erased(KEEP_SENDER_DAYS)}</p>
      <button type="submit">{words.send}</button>
    </form>
  )
}
