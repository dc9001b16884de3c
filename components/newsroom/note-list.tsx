import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { Moment } from './time.tsx'

type Props = {
  notes: readonly { id: string; body: string; blocking: boolean; author: string; at: string; resolved: boolean }[]
  /** null: this person may not settle notes. */
  resolve: FormAction | null
  timeZone: string
}

/** What was asked of the story, open notes first. */
export function NoteList({ notes, resolve, timeZone }: Props) {
  if (notes.length === 0) return null
  const sorted = [...notes].sort((a, b) => Number(a.resolved) - Number(b.resolved))
  return (
    <section id="field-notes" tabIndex={-1} aria-label="Notes">
      <h2 className="text-sm font-semibold">Notes</h2>
      <ul className="mt-2 flex flex-col gap-3">
        {sorted.map((note) => (
          <li key={note.id} className={`rounded-md border p-3 text-sm ${note.resolved ? 'border-rule text-soft' : 'border-warn bg-warn-wash'}`}>
            <p className="break-words whitespace-pre-wrap">{note.body}</p>
            <p className="mt-1 text-soft">
              {note.author}, <Moment at={note.at} timeZone={timeZone} /> · {note.resolved ? 'settled' : note.blocking ? 'must be settled' : 'a suggestion'}
            </p>
            {!note.resolved && resolve !== null && (
              <ActionForm action={resolve} submit="Settled" tone="" className="mt-2">
                <input type="hidden" name="noteId" value={note.id} />
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
