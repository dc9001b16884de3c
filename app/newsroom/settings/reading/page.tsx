import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { CheckField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { readingSettings } from '#server/reads/settings.ts'
import { changeReadingAction } from './actions.ts'

export const metadata = { title: 'Reading' }

export default async function ReadingSettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  const settings = await readingSettings(actor)
  if (!verdict.allowed || settings === null) return <Forbidden reason={verdict.allowed ? 'The paper is not set up yet.' : verdict.reason} />
  return (
    <>
      <PageHeader title="Reading" lead="What readers’ browsers do besides showing a page." />
      <ActionForm action={changeReadingAction} submit="Save" className="flex max-w-2xl flex-col gap-6">
        <CheckField name="countsReads" label="Count how often stories are read, and list the most read" hint="A number for a story and an hour. No cookie, no address, nobody outside. Who writes sees the figures of their own stories, editors of all." defaultChecked={settings.countsReads} />
        <CheckField name="offlineReading" label="Keep the last 20 stories on the reader’s device" hint="They can be read again without a network. Switched off, browsers forget them at their next visit." defaultChecked={settings.offlineReading} />
      </ActionForm>
    </>
  )
}
