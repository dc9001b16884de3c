import { Moment } from '#components/newsroom/time.tsx'
import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextField } from '#components/ui/fields.client.tsx'
import type { DictionaryWord } from '#server/copydesk/queries.ts'

type Props = { words: readonly DictionaryWord[]; add: FormAction; remove: FormAction; timeZone: string }

/** The paper's own words: who added each, and when. */
export function DictionarySettings({ words, add, remove, timeZone }: Props) {
  return (
    <section aria-labelledby="dictionary" className="flex flex-col gap-3">
      <h2 id="dictionary" className="font-serif text-xl font-semibold">
        Dictionary
      </h2>
      <p className="max-w-prose text-sm text-soft">Names of teachers, streets and teams that spelling should know. Staff and sections are known already.</p>
      <ActionForm action={add} submit="Add the word" tone="">
        <TextField name="word" label="Word or name" hint="Spelled exactly as the paper prints it." autoComplete="off" required />
      </ActionForm>
      {words.length === 0 ? (
        <p className="text-sm text-soft">No words yet.</p>
      ) : (
        <ul className="divide-y divide-rule border-y border-rule">
          {words.map(({ id, word, by, at }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <div className="min-w-0">
                <p className="font-semibold break-words">{word}</p>
                <p className="text-sm text-soft">
                  {by}, <Moment at={at} timeZone={timeZone} />
                </p>
              </div>
              <ActionForm action={remove} submit={`Remove ${word}`} tone="">
                <input type="hidden" name="wordId" value={id} />
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
