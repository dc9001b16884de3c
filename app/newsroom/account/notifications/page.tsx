import { NotificationChoices } from '#components/newsroom/notifications/notification-choices.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { mailConfigured } from '#server/mail/mode.ts'
import { ownSettings } from '#server/notifications/commands.ts'
import { isTheirs } from '#server/notifications/teller.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { KIND_NAMES } from '#domain/notifications/kinds.ts'
import { changeOwnSettingsAction } from './actions.ts'

export default async function NotificationSettingsPage() {
  const actor = await requireActor()
  const [paper, settings] = await Promise.all([paperSettings(actor), ownSettings(actor)])
  const kinds = KIND_NAMES.filter((kind) => isTheirs(actor, kind))
  return (
    <>
      <title>What you are told · Newsroom</title>
      <PageHeader
        title="What you are told, and how"
        lead="It holds for what happens from now on. A mail never tells more of a story than its headline."
        action={
          <a href="/newsroom/account" className="button">
            Your account
          </a>
        }
      />
      {!mailConfigured() && (
        <p className="mb-4 max-w-prose rounded-md border border-warn bg-warn-wash px-4 py-3 text-sm text-warn">
          This paper sends no mail: you are told in the newsroom alone. What you choose about mail counts from the day that it does.
          {decide(actor.role, 'handleMail').allowed && ' To set it up, give SMTP_URL and MAIL_FROM (docs/deploy.md).'}
        </p>
      )}
      <NotificationChoices kinds={kinds} settings={settings} timeZone={paper.timeZone} action={changeOwnSettingsAction} />
    </>
  )
}
