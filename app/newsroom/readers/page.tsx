import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { NewsletterPreviewView } from '#components/newsroom/readers/newsletter-preview.tsx'
import { NewsletterSettings } from '#components/newsroom/readers/newsletter-settings.tsx'
import { ReadersTabs } from '#components/newsroom/readers/readers-tabs.tsx'
import { SentNewsletters } from '#components/newsroom/readers/sent-newsletters.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ViewLinks } from '#components/ui/view-links.tsx'
import { NEWSLETTER_KINDS, NEWSLETTER_NAMES } from '#domain/newsletter/content.ts'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { newsletterDesk, newsletterPreview } from '#server/newsletter/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changeNewsletterAction, sendNewsletterAction, testNewsletterAction } from './newsletter/actions.ts'

export default async function NewsletterPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const kind = (await searchParams)['kind'] === 'BREAKING' ? 'BREAKING' : 'WEEKLY'
  const [paper, desk, preview] = [await paperSettings(actor), await newsletterDesk(actor), await newsletterPreview(actor, kind)]
  const verdict = decide(actor.role, 'sendNewsletter')
  if (desk === null || preview === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  const { readers } = desk
  return (
    <>
      <title>Newsletter · Newsroom</title>
      <PageHeader
        title="Newsletter"
        lead={desk.mail ? `${readers.weekly} get the week, ${readers.breaking} breaking news. ${readers.unconfirmed} have not confirmed yet.` : 'This paper sends no mail, so readers cannot sign up. An admin sets it up (SMTP_URL and MAIL_FROM).'}
        action={
          <a href="/newsroom/readers/newsletter" className="button">
            Readers{readers.setAside > 0 ? ` · ${readers.setAside} set aside` : ''}
          </a>
        }
      />
      <ReadersTabs current="/newsroom/readers" />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <ViewLinks label="Which newsletter" className="mb-4" links={NEWSLETTER_KINDS.map((one) => ({ href: `/newsroom/readers?kind=${one}`, label: NEWSLETTER_NAMES[one], current: one === kind }))} />
          <NewsletterPreviewView preview={preview} readers={kind === 'WEEKLY' ? readers.weekly : readers.breaking} mail={desk.mail} send={sendNewsletterAction} test={testNewsletterAction} />
        </div>
        <div className="flex flex-col gap-8">
          <NewsletterSettings desk={desk} timeZone={paper.timeZone} save={changeNewsletterAction} />
          <section aria-labelledby="sent" className="flex flex-col gap-3">
            <h2 id="sent" className="font-semibold">
              Sent
            </h2>
            <SentNewsletters sent={desk.sent} timeZone={paper.timeZone} />
          </section>
        </div>
      </div>
    </>
  )
}
