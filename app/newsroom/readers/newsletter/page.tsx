import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { NewsletterReaders } from '#components/newsroom/readers/newsletter-readers.tsx'
import { ReadersTabs } from '#components/newsroom/readers/readers-tabs.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ViewLinks } from '#components/ui/view-links.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { newsletterReaders } from '#server/newsletter/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { allowAgainAction, eraseReaderAction } from './actions.ts'

export default async function NewsletterReadersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { show, after } = await searchParams
  const setAside = show === 'aside'
  const [paper, page] = [await paperSettings(actor), await newsletterReaders(actor, { setAside, after: typeof after === 'string' ? after : null })]
  const verdict = decide(actor.role, 'sendNewsletter')
  if (page === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  return (
    <>
      <title>Readers of the newsletter · Newsroom</title>
      <PageHeader title="Readers of the newsletter" lead="Nobody is shown a whole address. An address that the mail server refuses for good is set aside, and gets nothing until it is allowed again." />
      <ReadersTabs current="/newsroom/readers" />
      <ViewLinks label="Which readers" className="mb-4" links={[{ href: '/newsroom/readers/newsletter', label: 'Who gets it', current: !setAside }, { href: '/newsroom/readers/newsletter?show=aside', label: 'Set aside', current: setAside }]} />
      <NewsletterReaders readers={page.readers} setAside={setAside} timeZone={paper.timeZone} allowAgain={allowAgainAction} erase={eraseReaderAction} />
      {page.next !== null && (
        <p className="mt-4">
          <a href={`/newsroom/readers/newsletter?after=${page.next}${setAside ? '&show=aside' : ''}`} className="button max-lg:min-h-11">
            More
          </a>
        </p>
      )}
    </>
  )
}
