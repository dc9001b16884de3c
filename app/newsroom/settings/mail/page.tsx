import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { MailLines } from '#components/newsroom/mail/mail-lines.tsx'
import { MAIL_MODE_WORDS } from '#components/newsroom/mail/mail-words.ts'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ViewLinks } from '#components/ui/view-links.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { mailPage } from '#server/mail/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { eraseCaughtAction, sendAgainAction } from './actions.ts'

export default async function MailPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { before, show } = await searchParams
  const troubled = show === 'trouble'
  const [paper, page] = await Promise.all([paperSettings(actor), mailPage(actor, { before: typeof before === 'string' ? before : null, troubled })])
  if (page === null) {
    const verdict = decide(actor.role, 'handleMail')
    return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  }
  const { mode, lines, next, caught } = page
  return (
    <>
      <title>Mail · Newsroom</title>
      <PageHeader title={mode === 'catch' ? 'Catch-all' : 'Mail'} lead={MAIL_MODE_WORDS[mode]} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <ViewLinks label="Which mails" links={[{ href: '/newsroom/settings/mail', label: 'All', current: !troubled }, { href: '/newsroom/settings/mail?show=trouble', label: `In trouble (${page.troubled})`, current: troubled }]} />
        {caught > 0 && (
          <ActionForm action={eraseCaughtAction} submit="Erase all" tone="button-danger">
            {null}
          </ActionForm>
        )}
      </div>
      {lines.length === 0 ? <p className="py-8 text-soft">{troubled ? 'No mail is in trouble.' : 'No mail was written yet.'}</p> : <MailLines lines={lines} mode={mode} timeZone={paper.timeZone} sendAgain={sendAgainAction} />}
      {next !== null && (
        <p className="mt-4">
          <a href={`/newsroom/settings/mail?before=${next}${troubled ? '&show=trouble' : ''}`} className="button max-lg:min-h-11">
            Older mails
          </a>
        </p>
      )}
    </>
  )
}
