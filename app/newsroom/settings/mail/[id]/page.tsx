import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { CaughtMailView, MailNotHere } from '#components/newsroom/mail/caught-mail.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { caughtMail } from '#server/mail/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'

export default async function CaughtMailPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'handleMail')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const [paper, mail] = await Promise.all([paperSettings(actor), caughtMail(actor, (await params).id)])
  return (
    <>
      <title>Mail · Newsroom</title>
      {mail === null ? <MailNotHere /> : <CaughtMailView mail={mail} timeZone={paper.timeZone} />}
    </>
  )
}
