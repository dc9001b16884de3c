import { CaptionDesk } from '#components/newsroom/media/caption/caption-desk.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { WHOLE_LIBRARY } from '#domain/media-library.ts'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { libraryItems, libraryPage } from '#server/media/library.ts'
import { paperSettings } from '#server/settings/queries.ts'
import { changeAssetAction } from '../actions.ts'
import { chosenIds } from './chosen-ids.ts'

export const metadata = { title: 'Captions' }

export default async function CaptionPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const ids = chosenIds((await searchParams)['ids'])
  const mine = ids.length === 0
  const [items, { timeZone }] = await Promise.all([
    mine ? libraryPage(actor, { ...WHOLE_LIBRARY, missing: 'caption', uploaderId: actor.userId }).then((page) => page.items) : libraryItems(actor, ids),
    paperSettings(actor),
  ])
  return (
    <>
      <PageHeader
        title={mine ? 'Your pictures without a caption' : 'Captions'}
        lead="Tab goes on to the next field and the next picture. What you type is saved as you go."
        action={
          <a href="/newsroom/media" className="button">
            All pictures
          </a>
        }
      />
      {items.length === 0 ? (
        <p className="py-8 text-soft">{mine ? 'Every picture that you uploaded has a caption.' : 'None of these pictures is in the library.'}</p>
      ) : (
        <CaptionDesk items={items} saveWords={changeAssetAction} canApproveFairUse={decide(actor.role, 'approveFairUse').allowed} timeZone={timeZone} />
      )}
    </>
  )
}
