import type { Problem } from '#domain/result.ts'
import { GROUND_WORDS, GROUNDS, KEEP_SENDER_DAYS } from '#domain/takedown-policy.ts'
import { FormField as Field, FormProblems, FormTrap } from './form-field.tsx'

type Values = Partial<Record<'story' | 'ground' | 'problem' | 'wish' | 'name' | 'email', string>>

function GroundField({ chosen, problems }: { chosen: string | undefined; problems: readonly Problem[] }) {
  const own = problems.filter(({ field }) => field === 'ground')
  return (
    <fieldset className="form-field" {...(own.length > 0 ? { 'aria-describedby': 'ground-problem' } : {})}>
      <legend>What is it about?</legend>
      {own.length > 0 && (
        <p id="ground-problem" className="form-problem">
          {own.map(({ message }) => message).join(' ')}
        </p>
      )}
      {GROUNDS.map((ground) => (
        <label key={ground} className="form-choice">
          <input type="radio" name="ground" value={ground} id={`ground-${ground}`} required defaultChecked={ground === chosen} />
          <span>{GROUND_WORDS[ground].choice}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** The first choice of its ground is where a link to that leads. */
const atGround = (problems: readonly Problem[]) => problems.map((problem) => (problem.field === 'ground' ? { ...problem, field: `ground-${GROUNDS[0]}` } : problem))

/** The form by which readers ask the paper about a story: a plain document, sent as one, with all that was typed and what is wrong with it. */
export function RequestForm({ values, problems }: { values: Values; problems: readonly Problem[] }) {
  return (
    <form method="post" action="/api/corrections/request" className="reader-form" aria-labelledby="form-name">
      <h2 id="form-name">Your request</h2>
      <FormProblems lead="Your request was not sent yet. Nothing that you typed is lost." problems={atGround(problems)} />
      <Field name="story" label="Address of the story" hint="As it stands in your browser, such as /news/name-of-the-story." problems={problems}>
        {(control) => <input {...control} name="story" type="text" inputMode="url" autoComplete="off" autoCapitalize="none" spellCheck={false} required maxLength={500} defaultValue={values.story} />}
      </Field>
      <GroundField chosen={values.ground} problems={problems} />
      <Field name="problem" label="What is wrong?" hint="Name the passage or the picture, and how you know." problems={problems}>
        {(control) => <textarea {...control} name="problem" rows={6} required minLength={10} maxLength={4_000} defaultValue={values.problem} />}
      </Field>
      <Field name="wish" label="What do you ask us to do?" problems={problems}>
        {(control) => <textarea {...control} name="wish" rows={3} required minLength={3} maxLength={2_000} defaultValue={values.wish} />}
      </Field>
      <Field name="name" label="Your name" hint="You may leave it out, except for copyright and your own work." problems={problems}>
        {(control) => <input {...control} name="name" type="text" autoComplete="name" maxLength={80} defaultValue={values.name} />}
      </Field>
      <Field name="email" label="Your e-mail address" hint="You may leave it out, except for copyright and your own work. Without it we cannot answer." problems={problems}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" maxLength={254} defaultValue={values.email} />}
      </Field>
      <FormTrap label="Leave this field empty" />
      <p className="form-hint">Your name and e-mail address are never published, and erased {KEEP_SENDER_DAYS} days after the decision.</p>
      <button type="submit">Send the request</button>
    </form>
  )
}
