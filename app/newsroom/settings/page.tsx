import { Forbidden } from '#components/newsroom/forbidden.tsx'
import { SectionSettings } from '#components/newsroom/section-settings.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { decide } from '#domain/policy.ts'
import { requireActor } from '#server/auth/actor.ts'
import { paperSettings, sectionSettings } from '#server/settings/queries.ts'
import { addSectionAction, changeSectionAction, changeSettingsAction } from './actions.ts'

export default async function SettingsPage() {
  const actor = await requireActor()
  const verdict = decide(actor.role, 'changeSettings')
  if (!verdict.allowed) return <Forbidden reason={verdict.reason} />
  const [paper, sections] = await Promise.all([paperSettings(actor), sectionSettings(actor)])
  return (
    <>
      <title>Settings · Newsroom</title>
      <PageHeader
        title="Settings"
        action={
          <span className="flex flex-wrap gap-2">
            <a href="/newsroom/settings/review" className="button">
              Review policy
            </a>
            <a href="/newsroom/settings/people" className="button">
              People
            </a>
            <a href="/newsroom/settings/reading" className="button">
              Reading
            </a>
            <a href="/newsroom/settings/support" className="button">
              Support
            </a>
            <a href="/newsroom/settings/copydesk" className="button">
              Copy desk
            </a>
            <a href="/newsroom/settings/mail" className="button">
              Mail
            </a>
            <a href="/newsroom/settings/jobs" className="button">
              Jobs that failed
            </a>
          </span>
        }
      />
      <div className="grid gap-8 lg:grid-cols-2">
        <section aria-labelledby="the-paper">
          <h2 id="the-paper" className="mb-3 font-serif text-xl font-semibold">
            The paper
          </h2>
          <ActionForm action={changeSettingsAction} submit="Save settings">
            <TextField name="name" label="Name" defaultValue={paper.name} required />
            <TextField name="motto" label="Motto" defaultValue={paper.motto} />
            <SelectField name="timeZone" label="Time zone" defaultValue={paper.timeZone}>
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </SelectField>
          </ActionForm>
        </section>
        <SectionSettings sections={sections} add={addSectionAction} change={changeSectionAction} />
      </div>
    </>
  )
}
