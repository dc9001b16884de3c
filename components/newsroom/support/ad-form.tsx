import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { CheckField, TextField } from '#components/ui/fields.client.tsx'
import { Problems } from '#components/ui/problems.tsx'
import { AD_SIZE } from '#domain/support/support.ts'
import type { SupportSettings } from '#server/support/queries.ts'

/** The form for the picture of a new advertisement; it needs no script. `problem`: what kept the last one from being taken. */
export function NewAd({ problem }: { problem: string | null }) {
  return (
    <form action="/api/ads" method="post" encType="multipart/form-data" className="panel flex flex-col gap-3">
      {problem !== null && <Problems problems={[{ message: problem }]} />}
      <label htmlFor="ad-file" className="text-sm font-semibold">
        Picture of a new advertisement
      </label>
      <p id="ad-file-hint" className="text-sm text-soft">
        Best {AD_SIZE.width} by {AD_SIZE.height} pixels; what has another shape stands in the middle of white. It runs once you have said whose it is, what it says, and when.
      </p>
      <input id="ad-file" type="file" name="file" accept="image/jpeg,image/png,image/webp" required className="control" aria-describedby="ad-file-hint" aria-invalid={problem !== null} />
      <div>
        <button type="submit" className="button">
          Add an advertisement
        </button>
      </div>
    </form>
  )
}

type Props = { ad: SupportSettings['ads'][number]; change: FormAction; remove: FormAction }

/** One advertisement: its picture, and all that is said of it. */
export function AdForm({ ad, change, remove }: Props) {
  const name = ad.advertiser === '' ? 'New advertisement' : ad.advertiser
  const id = <input type="hidden" name="adId" value={ad.id} />
  return (
    <section id={`ad-${ad.id}`} aria-label={name} className="panel flex scroll-mt-4 flex-col gap-3">
      <h3 className="font-semibold">
        {name} <span className="font-normal text-soft">{ad.running ? '· runs now' : '· does not run now'}</span>
      </h3>
      <img src={`/api/ads/${ad.smallKey}`} alt={ad.alt === '' ? 'Not described yet' : ad.alt} width={AD_SIZE.width} height={AD_SIZE.height} loading="lazy" className="h-auto w-full border border-rule bg-white" />
      <ActionForm action={change} submit="Save the advertisement" tone="">
        {id}
        <TextField name="advertiser" label="Who advertises" maxLength={80} defaultValue={ad.advertiser} required />
        <TextField name="url" label="Where it leads" type="url" defaultValue={ad.url} required />
        <TextField name="alt" label="What the picture says" hint="Read to those who cannot see it." maxLength={300} defaultValue={ad.alt} required />
        <div className="grid grid-cols-2 gap-4">
          <TextField name="startsOn" label="First day" type="date" defaultValue={ad.startsOn ?? ''} required />
          <TextField name="endsOn" label="Last day" type="date" defaultValue={ad.endsOn ?? ''} required />
        </div>
        <CheckField name="onFront" label="On the front page" defaultChecked={ad.onFront} />
        <CheckField name="onStories" label="Under stories" defaultChecked={ad.onStories} />
      </ActionForm>
      <ActionForm action={remove} submit="Remove this advertisement" tone="button-danger">
        {id}
      </ActionForm>
    </section>
  )
}
