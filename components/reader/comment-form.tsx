import type { Problem } from '#domain/result.ts'
import type { Words } from '#domain/words/words.ts'
import { FormField, FormProblems, FormTrap } from './form-field.tsx'
import { inWords } from './problem-words.ts'

type Props = { words: Words['comments']; trap: string; story: string; values: Readonly<Record<string, string>>; problems: readonly Problem[] }

/** The form by which readers comment on a story (`story`: its address), with the rules: a plain document, without an account. */
export function CommentForm({ words, trap, story, values, problems }: Props) {
  const shown = inWords(words.problems, problems)
  return (
    <form method="post" action="/api/comments" className="reader-form" aria-labelledby="write-comment">
      <h3 id="write-comment">{words.write}</h3>
      <FormProblems lead={words.notSent} problems={shown} />
      <details className="comment-rules">
        <summary>{words.rules}</summary>
        <ul>
          {words.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      <input type="hidden" name="story" value={story} />
      <FormField name="text" label={words.text} problems={shown}>
        {(control) => <textarea {...control} name="text" rows={4} dir="auto" required minLength={2} maxLength={2_000} defaultValue={values['text']} />}
      </FormField>
      <FormField name="name" label={words.name} hint={words.nameHint} problems={shown}>
        {(control) => <input {...control} name="name" type="text" autoComplete="name" required maxLength={80} defaultValue={values['name']} />}
      </FormField>
      <FormField name="email" label={words.email} hint={words.emailHint} problems={shown}>
        {(control) => <input {...control} name="email" type="email" autoComplete="email" maxLength={254} defaultValue={values['email']} />}
      </FormField>
      <FormTrap label={trap} />
      <button type="submit">{words.send}</button>
    </form>
  )
}
