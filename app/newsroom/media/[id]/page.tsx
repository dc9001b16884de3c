import { NotHere } from '#components/newsroom/forbidden.tsx'
import { DeletePicture } from '#components/newsroom/media/detail/delete-picture.tsx'
import { LookAlikes } from '#components/newsroom/media/detail/look-alikes.tsx'
import { PictureDesk } from '#components/newsroom/media/detail/picture-desk.client.tsx'
import { PictureHistory } from '#components/newsroom/media/detail/picture-history.tsx'
import { PictureUses } from '#components/newsroom/media/detail/picture-uses.tsx'
import { ReplacePicture } from '#components/newsroom/media/detail/replace-picture.client.tsx'
import { MarkList } from '#components/newsroom/media/library/mark-list.tsx'
import { marksOf, titleOf } from '#components/newsroom/media/library/picture-marks.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireActor } from '#server/auth/actor.ts'
import { libraryDetail, libraryItems } from '#server/media/library.ts'
import { paperDay } from '#server/settings/paper-day.ts'
import { changeAssetAction, deleteAssetAction, replaceAssetAction } from '../actions.ts'

export const metadata = { title: 'Picture' }

export default async function PicturePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor()
  const detail = await libraryDetail(actor, (await params).id)
  if (detail === null) return <NotHere />
  const { item, lookAlikes, replacedBy } = detail
  const { today, timeZone } = await paperDay(new Date())
  const others = await libraryItems(actor, lookAlikes.map(({ id }) => id))
  return (
    <>
      <PageHeader
        title={titleOf(item)}
        lead={`${item.fileName}, ${item.width} × ${item.height} pixels, uploaded by ${item.uploadedBy}`}
        action={
          <a href="/newsroom/media" className="button">
            All pictures
          </a>
        }
      />
      <div className="flex flex-col gap-6">
        {replacedBy !== null && (
          <p className="rounded-md border border-warn bg-warn-wash p-3 text-sm text-warn">
            <a href={`/newsroom/media/${replacedBy.id}`} className="underline">
              {replacedBy.fileName}
            </a>{' '}
            has taken its place.
          </p>
        )}
        <MarkList marks={marksOf(item, today)} />
        <PictureDesk item={item} saveWords={changeAssetAction} canApproveFairUse={detail.canApproveFairUse} timeZone={timeZone} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PictureUses uses={item.usedIn} />
          {item.mayEdit && <ReplacePicture item={item} replace={replaceAssetAction} />}
        </div>
        <LookAlikes item={item} lookAlikes={lookAlikes} others={others} timeZone={timeZone} />
        <PictureHistory history={detail.history} timeZone={timeZone} />
        <DeletePicture item={item} remove={deleteAssetAction} />
      </div>
    </>
  )
}
