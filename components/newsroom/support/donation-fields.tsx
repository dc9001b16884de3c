import { CheckField, TextArea, TextField } from '#components/ui/fields.client.tsx'
import type { SupportSettings } from '#server/support/queries.ts'

/** The fields of the box that asks for donations. */
export function DonationFields({ settings: { donations, title, text, url, goal, raised } }: { settings: SupportSettings }) {
  return (
    <>
      <CheckField name="donations" label="Show the box under stories and on the front page" defaultChecked={donations} />
      <TextField name="title" label="Title of the box" maxLength={60} defaultValue={title} />
      <TextArea name="text" label="What the money is for" rows={3} maxLength={300} defaultValue={text} />
      <TextField name="url" label="Web address at which people can give" hint="A page of your school or of a service that it uses. It opens as a page of its own." type="url" defaultValue={url} />
      <div className="grid grid-cols-2 gap-4">
        <TextField name="goal" label="Goal, in dollars" hint="Empty: no bar." inputMode="numeric" defaultValue={goal ?? ''} />
        <TextField name="raised" label="Raised so far" hint="Update it by hand." inputMode="numeric" defaultValue={raised} />
      </div>
    </>
  )
}
