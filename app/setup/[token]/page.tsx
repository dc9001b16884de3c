import type { Metadata } from 'next'
import { EntryFrame, EntryHeading, LinkOver } from '#components/newsroom/entry-frame.tsx'
import { ActionForm } from '#components/ui/action-form.client.tsx'
import { SelectField, TextField } from '#components/ui/fields.client.tsx'
import { linkForPage } from '#server/auth/entry-pages.ts'
import { needsSetup } from '#server/auth/setup.ts'
import { setUpAction } from './actions.ts'

export const metadata: Metadata = { title: 'Set up the paper', referrer: 'no-referrer', robots: { index: false, follow: false } }
export const instant = false

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const found = await linkForPage('SETUP', token)
  const reason = found.link === null ? found.reason : (await needsSetup()) ? null : 'This paper is set up already.'
  return (
    <EntryFrame paper="Fourth Period">
      {reason !== null ? (
        <LinkOver reason={reason} />
      ) : (
        <>
          <EntryHeading title="Set up the paper">Name it and make the first account. Everything here can be changed later.</EntryHeading>
          <ActionForm action={setUpAction} submit="Set up the paper">
            <input type="hidden" name="token" value={token} />
            <TextField name="paperName" label="Name of the paper" required />
            <TextField name="motto" label="Motto (optional)" />
            <SelectField name="timeZone" label="Time zone" defaultValue="America/Los_Angeles">
              {Intl.supportedValuesOf('timeZone').map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </SelectField>
            <TextField name="name" label="Your name" autoComplete="name" required />
            <TextField name="email" label="Your e-mail" type="email" autoComplete="username" required />
            <TextField name="password" label="Password" type="password" autoComplete="new-password" hint="At least 10 characters. A short sentence works well." required />
          </ActionForm>
        </>
      )}
    </EntryFrame>
  )
}
