import { EndingRights } from '#components/newsroom/media/sweep/ending-rights.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EXPIRES_SOON_DAYS } from '#domain/media.ts'
import { requireActor } from '#server/auth/actor.ts'
import { expiringPictures } from '#server/media/library.ts'

export const metadata = { title: 'Rights that run out' }

export default async function ExpiringPage() {
  const { expired, soon } = await expiringPictures(await requireActor())
  return (
    <>
      <PageHeader
        title="Rights that run out"
        lead="Licences and permissions with a last day. After it a picture may not be published again: renew the right and change its date, replace the picture, or withdraw the story."
        action={
          <a href="/newsroom/media" className="button">
            All pictures
          </a>
        }
      />
      <div className="flex flex-col gap-6">
        <EndingRights title="Run out" items={expired} none="No right has run out." />
        <EndingRights title={`Run out within ${EXPIRES_SOON_DAYS} days`} items={soon} none="No right runs out soon." />
      </div>
    </>
  )
}
