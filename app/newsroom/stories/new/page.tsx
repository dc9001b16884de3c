import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { newStoryAction } from './actions.ts'

export default async function NewStoryPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'createStory')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  return (
    <>
      <title>New story · Newsroom</title>
      <PageHeader title="New story" />
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <section aria-labelledby="blank" className="panel flex flex-col gap-3">
          <h2 id="blank" className="font-semibold">
            Start from nothing
          </h2>
          <p className="grow text-sm text-soft">An empty draft with your byline. It saves itself while you write.</p>
          <ActionForm action={newStoryAction} submit="Start a blank story">
            {null}
          </ActionForm>
        </section>
        <section aria-labelledby="from-text" className="panel flex flex-col gap-3">
          <h2 id="from-text" className="font-semibold">
            Start from text
          </h2>
          <p className="grow text-sm text-soft">Paste a page or drop a .txt or .md file. You see what was understood before anything is made.</p>
          <div>
            <a href="/newsroom/stories/new/from-text" className="button">
              Paste or drop text
            </a>
          </div>
        </section>
      </div>
    </>
  )
}
