import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { AdForm, NewAd } from '#components/newsroom/support/ad-form.tsx'
import { DonationFields } from '#components/newsroom/support/donation-fields.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { CheckField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { supportSettings } from '#server/support/queries.ts'
import { changeAdAction, changeDonationsAction, removeAdAction, switchAdsAction } from './actions.ts'

export const metadata = { title: 'Support' }

export default async function SupportPage({ searchParams }: { searchParams: Promise<{ problem?: string | string[] }> }) {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'runSupport')
  const settings = await supportSettings(actor)
  if (!verdict.allowed || settings === null) return <Forbidden reason={verdict.allowed ? 'There is nothing here.' : verdict.reason} />
  const { problem } = await searchParams
  return (
    <>
      <PageHeader title="Support for the paper" lead="A box that asks for donations, and advertisements of your own. Both are off until you switch them on. No script of anybody else ever runs on a page." />
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <section aria-labelledby="donations" className="panel">
          <h2 id="donations" className="mb-3 font-serif text-xl font-semibold">
            Donations
          </h2>
          <ActionForm action={changeDonationsAction} submit="Save the box">
            <DonationFields settings={settings} />
          </ActionForm>
        </section>
        <section aria-labelledby="advertisements" className="flex min-w-0 flex-col gap-4">
          <h2 id="advertisements" className="font-serif text-xl font-semibold">
            Advertisements
          </h2>
          <ActionForm action={switchAdsAction} submit="Save" tone="">
            <CheckField name="advertisements" label="Let advertisements run" hint="Of those whose days it is, each has its turn for an hour; different pages show different ones." defaultChecked={settings.advertisements} />
          </ActionForm>
          <NewAd problem={typeof problem === 'string' ? problem.slice(0, 300) : null} />
          {settings.ads.map((ad) => (
            <AdForm key={ad.id} ad={ad} change={changeAdAction} remove={removeAdAction} />
          ))}
        </section>
      </div>
    </>
  )
}
