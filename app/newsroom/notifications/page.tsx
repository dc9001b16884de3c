import { NotificationLines } from '#components/newsroom/notifications/notification-lines.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ViewLinks } from '#components/ui/view-links.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { notificationPage, unreadCount } from '#server/notifications/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { readAllAction } from './actions.ts'

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { show, before } = await searchParams
  const unread = show === 'unread'
  const [paper, { lines, next, asOf }, count] = await Promise.all([paperSettings(actor), notificationPage(actor, { unread, before: typeof before === 'string' ? before : null }), unreadCount(actor)])
  const query = unread ? '&show=unread' : ''
  return (
    <>
      <title>Notifications · Newsroom</title>
      <PageHeader
        title="Notifications"
        lead={count === 0 ? 'Everything is read.' : `${count >= 100 ? 'Over 99' : count} unread. Opening one marks it as read.`}
        action={
          <a href="/newsroom/account/notifications" className="button">
            What you are told, and how
          </a>
        }
      />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <ViewLinks label="Which notifications" links={[{ href: '/newsroom/notifications', label: 'All', current: !unread }, { href: '/newsroom/notifications?show=unread', label: 'Unread', current: unread }]} />
        {count > 0 && (
          <ActionForm action={readAllAction} submit="Mark all as read" tone="">
            <input type="hidden" name="until" value={asOf} />
          </ActionForm>
        )}
      </div>
      {lines.length === 0 ? <p className="py-8 text-soft">{unread ? 'Nothing is unread.' : 'Nothing has happened yet that you need to know.'}</p> : <NotificationLines lines={lines} timeZone={paper.timeZone} />}
      {next !== null && (
        <p className="mt-4">
          <a href={`/newsroom/notifications?before=${next}${query}`} className="button max-lg:min-h-11">
            Older notifications
          </a>
        </p>
      )}
    </>
  )
}
