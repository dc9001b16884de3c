import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { RadioField, SelectField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import { isOpenLetter, LETTER_STATE_NAMES } from '#domain/letters/letter.ts'
import type { LetterPage } from '#server/letters/queries.ts'
import { Moment } from '../time.tsx'

type Actions = { assign: FormAction; close: FormAction; reply: FormAction; toStory: FormAction; toPitch: FormAction }
type Props = { letter: LetterPage; me: string; timeZone: string; actions: Actions }

/** What became of a letter or tip. */
function Became({ letter }: { letter: LetterPage }) {
  return (
    <ul className="flex flex-col gap-1 text-sm empty:hidden">
      {letter.storyId !== null && (
        <li>
          <a href={`/newsroom/stories/${letter.storyId}`} className="text-link">
            The story made of it
          </a>
        </li>
      )}
      {letter.pitchId !== null && (
        <li>
          <a href={`/newsroom/pitches/${letter.pitchId}`} className="text-link">
            The pitch made of it
          </a>
        </li>
      )}
    </ul>
  )
}

/** What can be done with a letter or tip: given to somebody, answered, made a story or a pitch, closed. */
export function LetterDesk({ letter, me, timeZone, actions }: Props) {
  const { id, state, closed } = letter
  const own = <input type="hidden" name="letterId" value={id} />
  return (
    <div className="flex flex-col gap-6">
      <p className="font-semibold">
        {LETTER_STATE_NAMES[state]}
        {letter.takenBy === null ? '' : ` by ${letter.takenBy}`}
      </p>
      <Became letter={letter} />
      {closed !== null && (
        <p className="text-sm break-words">
          {closed.by}, <Moment at={closed.at} timeZone={timeZone} />
          {closed.reason === '' ? '' : `: ${closed.reason}`}
        </p>
      )}
      {isOpenLetter(state) && (
        <>
          <ActionForm action={actions.assign} submit="Give it to them" tone={state === 'NEW' ? 'button-primary' : ''}>
            {own}
            <SelectField name="userId" label="Who answers for it" defaultValue={letter.takenById ?? me}>
              {letter.people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.id === me ? `${person.name} (you)` : person.name}
                </option>
              ))}
            </SelectField>
          </ActionForm>
          {letter.email !== null && letter.reply === null && letter.mail && (
            <ActionForm action={actions.reply} submit="Send the reply" tone="">
              {own}
              <TextArea name="reply" label="Reply by mail" rows={4} />
            </ActionForm>
          )}
          {letter.mayPublish && letter.name !== '' && letter.storyId === null && (
            <ActionForm action={actions.toStory} submit="Make it a draft" tone="">
              {own}
              <p className="text-sm text-soft">A story signed “{letter.name}, Contributor”. It takes the way of every story.</p>
            </ActionForm>
          )}
          {letter.pitchId === null && (
            <ActionForm action={actions.toPitch} submit="Make it a pitch" tone="">
              {own}
              <TextField name="title" label="Working title of the pitch" hint="The pitch is yours, and names nobody." />
            </ActionForm>
          )}
          <ActionForm action={actions.close} submit="Close it" tone="">
            {own}
            <RadioField name="state" label="How it ends" defaultValue="DONE" choices={[{ value: 'DONE', label: 'Done' }, { value: 'DECLINED', label: 'Declined' }]} />
            <TextField name="reason" label="Reason, for the record" hint="Needed to decline." />
          </ActionForm>
        </>
      )}
    </div>
  )
}
