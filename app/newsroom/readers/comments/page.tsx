import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { CommentLines } from '#components/newsroom/readers/comment-lines.tsx'
import { ReadersTabs } from '#components/newsroom/readers/readers-tabs.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { CheckField, TextArea } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ViewLinks } from '#components/ui/view-links.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { commentDesk, commentSettings } from '#server/comments/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { approveCommentAction, closeCommentsAction, commentSettingsAction, declineCommentAction, openCommentsAction, removeCommentAction } from './actions.ts'

const ACTIONS = { approve: approveCommentAction, decline: declineCommentAction, remove: removeCommentAction, close: closeCommentsAction, open: openCommentsAction }
const HERE = '/newsroom/readers/comments'

export default async function CommentsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { show, after } = await searchParams
  const shown = show === 'shown'
  const [paper, desk, settings] = [await paperSettings(actor), await commentDesk(actor, { shown, after: typeof after === 'string' ? after : null }), await commentSettings(actor)]
  const verdict = decide(actor.role, 'moderateComments')
  if (desk === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  return (
    <>
      <title>Comments · Newsroom</title>
      <PageHeader title="Comments" lead={desk.open ? 'Readers see a comment once somebody here let it through.' : 'Comments are switched off: readers see none, and cannot write any. An admin can switch them on here.'} />
      <ReadersTabs current={HERE} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ViewLinks label="Which comments" className="mb-4" links={[{ href: HERE, label: `Waiting (${desk.waiting})`, current: !shown }, { href: `${HERE}?show=shown`, label: 'On stories', current: shown }]} />
          <CommentLines lines={desk.lines} shown={shown} timeZone={paper.timeZone} actions={ACTIONS} />
          {desk.next !== null && (
            <p className="mt-4">
              <a href={`${HERE}?after=${desk.next}${shown ? '&show=shown' : ''}`} className="button max-lg:min-h-11">
                More
              </a>
            </p>
          )}
        </div>
        {settings !== null && (
          <section aria-labelledby="comment-settings" className="flex flex-col gap-3">
            <h2 id="comment-settings" className="font-semibold">
              For the whole paper
            </h2>
            <ActionForm action={commentSettingsAction} submit="Save">
              <CheckField name="open" value="1" label="Readers can comment on stories" defaultChecked={settings.open} />
              <TextArea name="blockedWords" label="Words to point out" hint="One a line. A comment that has one is marked for whoever decides." rows={8} defaultValue={settings.blockedWords} />
            </ActionForm>
          </section>
        )}
      </div>
    </>
  )
}
