import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { WaitingMention } from '#server/stories/mentions.ts'
import { Moment } from '../time.tsx'

type Props = { mentions: readonly WaitingMention[]; see: FormAction; timeZone: string }

/** Notes in which this person was called by name and that they have not seen. */
export function MentionLines({ mentions, see, timeZone }: Props) {
  return (
    <section aria-labelledby="mentions-title" className="mb-6">
      <h2 id="mentions-title" className="text-sm font-semibold text-accent">
        {mentions.length === 1 ? 'Somebody calls you' : `You are called ${mentions.length} times`}
      </h2>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {mentions.map((mention) => (
          <li key={mention.noteId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <a href={`/newsroom/stories/${mention.storyId}#note-${mention.threadId}`} className="font-serif text-lg font-semibold break-words hover:underline">
                {mention.headline || 'Story without a headline'}
              </a>
              <p className="text-sm text-soft">
                {mention.by}, <Moment at={mention.at} timeZone={timeZone} />
              </p>
              <p className="mt-1 line-clamp-3 text-sm break-words">{mention.body}</p>
            </div>
            <ActionForm action={see} submit="Seen" tone="">
              <input type="hidden" name="noteId" value={mention.noteId} />
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  )
}
