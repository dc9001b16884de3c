import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { UploadStatusBar } from '#components/newsroom/media/upload/upload-status-bar.client.tsx'
import { PictureActionsProvider } from '#components/newsroom/picture/picture-actions.client.tsx'
import { NewsroomNav } from '#components/newsroom/newsroom-nav.client.tsx'
import { NotificationsLink } from '#components/newsroom/notifications/notifications-link.tsx'
import { SignOut } from '#components/newsroom/sign-out.client.tsx'
import { ROLE_NAMES } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { currentActor } from '#server/auth/actor.ts'
import { waitingComments } from '#server/comments/queries.ts'
import { newLetters } from '#server/letters/queries.ts'
import { unreadCount } from '#server/notifications/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { staffChoices } from '#server/staff/queries.ts'
import { approveFairUseAction, changeRightsAction, removeProofAction } from './media/actions.ts'

export const metadata: Metadata = { title: { default: 'Newsroom', template: '%s · Newsroom' }, robots: { index: false } }
/** Every newsroom page depends on who is signed in; navigation may wait for the server. */
export const instant = false

// Shows who is signed in and guards nothing: every page's query and every command decides for itself.
export default async function NewsroomLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor()
  if (actor === null) return children
  const [paper, staff, unread, letters, comments] = await Promise.all([paperSettings(actor), staffChoices(actor), unreadCount(actor), newLetters(actor), waitingComments(actor)])
  const waiting = letters + comments
  const pages = [
    { href: '/newsroom', label: 'Waiting for you' },
    { href: '/newsroom/board', label: 'Board' },
    { href: '/newsroom/calendar', label: 'Calendar' },
    { href: '/newsroom/pitches', label: 'Pitches' },
    { href: '/newsroom/stories', label: 'Stories' },
    { href: '/newsroom/media', label: 'Pictures' },
    { href: '/newsroom/sports', label: 'Sports' },
    { href: '/newsroom/polls', label: 'Polls' },
    ...(decide(actor.role, 'arrangeFront').allowed ? [{ href: '/newsroom/front', label: 'Front page' }] : []),
    ...(decide(actor.role, 'keepSeries').allowed ? [{ href: '/newsroom/series', label: 'Series' }] : []),
    ...(decide(actor.role, 'prepareIssue').allowed ? [{ href: '/newsroom/issues', label: 'Print issues' }] : []),
    ...(decide(actor.role, 'handleRequests').allowed ? [{ href: '/newsroom/requests', label: 'Requests' }] : []),
    ...(decide(actor.role, 'createPage').allowed ? [{ href: '/newsroom/pages', label: 'Pages' }] : []),
    ...(decide(actor.role, 'handleLetters').allowed ? [{ href: '/newsroom/readers', label: waiting === 0 ? 'Readers' : `Readers (${waiting})` }] : []),
    { href: '/newsroom/figures', label: 'Figures' },
    { href: '/newsroom/staff', label: 'Staff' },
    ...(decide(actor.role, 'readAudit').allowed ? [{ href: '/newsroom/audit', label: 'Audit log' }] : []),
    ...(!decide(actor.role, 'changeSettings').allowed && decide(actor.role, 'runSupport').allowed ? [{ href: '/newsroom/settings/support', label: 'Support' }] : []),
    ...(decide(actor.role, 'changeSettings').allowed ? [{ href: '/newsroom/settings', label: 'Settings' }] : decide(actor.role, 'extendDictionary').allowed ? [{ href: '/newsroom/settings/copydesk', label: 'Copy desk' }] : []),
  ]
  return (
    <div className="min-h-dvh">
      <a href="#main" className="button sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-2">
        Skip to the page
      </a>
      <header className="border-b border-rule bg-sheet print:hidden">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-2 pb-1 text-sm">
          <p className="mr-auto font-serif text-lg font-semibold">
            <a href="/" className="hover:underline">
              {paper.name}
            </a>
          </p>
          <NotificationsLink unread={unread} />
          <div className="flex items-center gap-x-3 max-sm:basis-full max-sm:justify-between">
            <a href="/newsroom/account" className="py-1 hover:underline">
              {actor.name} <span className="text-soft">({ROLE_NAMES[actor.role]})</span>
            </a>
            <SignOut userId={actor.userId} />
          </div>
        </div>
        <div className="mx-auto max-w-7xl px-1 pb-1.5 md:px-2.5 lg:px-1">
          <NewsroomNav pages={pages} />
        </div>
      </header>
      <main id="main" className="mx-auto max-w-7xl px-4 py-6 print:max-w-none print:p-0">
        <PictureActionsProvider
          actions={{ changeRights: changeRightsAction, approveFairUse: approveFairUseAction, removeProof: removeProofAction }}
          staff={staff}
          me={{ staffId: actor.staffId, name: actor.name }}
        >
          {children}
        </PictureActionsProvider>
      </main>
      <UploadStatusBar />
    </div>
  )
}
