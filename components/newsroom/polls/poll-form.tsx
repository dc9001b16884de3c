import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { DeskPoll } from '#server/polls/queries.ts'

/** What a poll asks, and when; `poll`: the one that is changed. */
export function PollForm({ action, submit, timeZone, poll }: { action: FormAction; submit: string; timeZone: string; poll?: DeskPoll }) {
  const clocks = `On the clocks of ${timeZone.split('/').at(-1)?.replaceAll('_', ' ')}.`
  return (
    <ActionForm action={action} submit={submit} className="flex max-w-prose flex-col gap-4">
      {poll !== undefined && (
        <>
          <input type="hidden" name="pollId" value={poll.id} />
          <input type="hidden" name="version" value={poll.version} />
        </>
      )}
      <TextField name="question" label="Question" defaultValue={poll?.question} maxLength={200} required autoComplete="off" />
      <TextArea name="options" label="Answers" hint="Two to eight, one a line." defaultValue={poll?.options.join('\n')} rows={5} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="opens" label="Opens" type="datetime-local" hint={`Empty: with its story. ${clocks}`} defaultValue={poll?.opens} />
        <TextField name="closes" label="Closes" type="datetime-local" hint="Empty: when somebody closes it." defaultValue={poll?.closes} />
      </div>
    </ActionForm>
  )
}
