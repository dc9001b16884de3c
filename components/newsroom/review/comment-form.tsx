import { TextArea } from '#components/ui/fields.client.tsx'
import type { FormAction } from '#components/ui/action-form.client.tsx'
import { MoveForm } from '../move-form.client.tsx'

/** An adviser who is asked says that they read it, with a comment or without. */
export function CommentForm({ story, action }: { story: { id: string; revisionId: string }; action: FormAction }) {
  return (
    <details className="rounded-md border border-rule">
      <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">Comment, without deciding</summary>
      <div className="border-t border-rule p-3">
        <MoveForm storyId={story.id} revisionId={story.revisionId} action={action} submit="I have read it" tone="">
          <TextArea name="comment" label="Your comment" hint="It becomes a note on the story. It holds nothing up. You may leave it empty." />
        </MoveForm>
      </div>
    </details>
  )
}
