import { BannerPanel } from '#components/newsroom/front/banner-panel.tsx'
import { DeskBar } from '#components/newsroom/front/desk-bar.tsx'
import { DeskFrame } from '#components/newsroom/front/desk-frame.client.tsx'
import { DeskPlaces } from '#components/newsroom/front/desk-places.tsx'
import { FormerFronts } from '#components/newsroom/front/former-fronts.tsx'
import type { FrontActions } from '#components/newsroom/front/front-actions.ts'
import { FrontPreview } from '#components/newsroom/front/front-preview.tsx'
import { OtherStories } from '#components/newsroom/front/other-stories.tsx'
import { PlannedFronts } from '#components/newsroom/front/planned-fronts.tsx'
import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { storable } from '#domain/storable.ts'
import { requireActor } from '#server/auth/actor.ts'
import { frontDesk } from '#server/front-page/queries.ts'
import { bannerAction, publishFrontAction, putBackAction, removeBannerAction, scheduleFrontAction, stepAction, unscheduleFrontAction } from './actions.ts'

export const metadata = { title: 'Front page' }

const ACTIONS: FrontActions = {
  step: stepAction,
  banner: bannerAction,
  removeBanner: removeBannerAction,
  publish: publishFrontAction,
  schedule: scheduleFrontAction,
  unschedule: unscheduleFrontAction,
  putBack: putBackAction,
}

export default async function FrontDeskPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await requireActor()
  const asked = (await searchParams)['find']
  const find = typeof asked === 'string' ? storable(asked).trim().slice(0, 100) : ''
  const [desk, verdict] = [await frontDesk(actor, find), decide(actor.role, 'arrangeFront')]
  if (desk === null || !verdict.allowed) return <Forbidden reason={verdict.allowed ? '' : verdict.reason} />
  return (
    <>
      <PageHeader
        title="Front page"
        lead="Drag a story to its place, or use its buttons. Places that nobody fills are filled by themselves with the newest stories."
        action={
          <a href="/" className="button">
            As readers see it now
          </a>
        }
      />
      <DeskFrame version={desk.version} step={ACTIONS.step}>
        <DeskBar desk={desk} publish={ACTIONS.publish} />
        <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
          <DeskPlaces desk={desk} />
          <div className="flex min-w-0 flex-col gap-6">
            <BannerPanel desk={desk} save={ACTIONS.banner} remove={ACTIONS.removeBanner} />
            <OtherStories desk={desk} find={find} />
            <PlannedFronts desk={desk} actions={ACTIONS} />
            <FormerFronts desk={desk} putBack={ACTIONS.putBack} />
          </div>
        </div>
      </DeskFrame>
      <FrontPreview version={desk.version} />
    </>
  )
}
