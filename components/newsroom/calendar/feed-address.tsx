import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import { LinkForm, type LinkAction } from '../staff-link-form.client.tsx'
import { Moment } from '../time.tsx'

type Props = { since: string | null; make: LinkAction; end: FormAction; timeZone: string }

/** The private address under which another calendar program can read this one. */
export function FeedAddress({ since, make, end, timeZone }: Props) {
  return (
    <section aria-labelledby="feed" className="panel mt-8 flex max-w-prose flex-col gap-3">
      <h2 id="feed" className="font-semibold">
        This calendar in your own
      </h2>
      <p className="text-sm text-soft">
        Phone and computer calendars can subscribe to a private address. It shows headlines and where stories stand, never their text. Whoever has the address can read it: keep it to yourself.
      </p>
      {since !== null && (
        <p className="text-sm">
          You have an address since <Moment at={since} timeZone={timeZone} />. A new one ends it.
        </p>
      )}
      <LinkForm action={make} submit={since === null ? 'Make an address' : 'Make a new address'} shown={{ label: 'Private address', lead: 'Subscribe to this address. It is shown only now.' }}>
        {null}
      </LinkForm>
      {since !== null && (
        <ActionForm action={end} submit="End the address" tone="button-danger">
          {null}
        </ActionForm>
      )}
    </section>
  )
}
