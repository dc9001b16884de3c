import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { LetterLines } from '#components/newsroom/readers/letter-lines.tsx'
import { ReadersTabs } from '#components/newsroom/readers/readers-tabs.tsx'
import { SettledLines } from '#components/newsroom/settled-lines.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { letterQueue } from '#server/letters/queries.ts'
import { paperSettings } from '#server/settings/queries.ts'

export default async function LettersPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const { before } = await searchParams
  const behind = typeof before === 'string' ? before : null
  const [paper, queue] = [await paperSettings(actor), await letterQueue(actor, behind)]
  const verdict = decide(actor.role, 'handleLetters')
  if (queue === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  const { open, closed, next } = queue
  return (
    <>
      <title>Letters and tips · Newsroom</title>
      <PageHeader
        title="Letters and tips"
        lead={open.length === 0 ? 'Nothing is open.' : `${open.length} open, oldest first.`}
        action={
          <a href="/letters" className="button">
            The form, as readers see it
          </a>
        }
      />
      <ReadersTabs current="/newsroom/readers/letters" />
      <div className="flex max-w-4xl flex-col gap-8">
        {open.length > 0 && <LetterLines lines={open} timeZone={paper.timeZone} />}
        {closed.length > 0 && (
          <SettledLines id="closed" heading="Closed" older={next === null ? null : { href: `/newsroom/readers/letters?before=${next}`, label: 'Older ones' }}>
            <LetterLines lines={closed} timeZone={paper.timeZone} />
          </SettledLines>
        )}
      </div>
    </>
  )
}
