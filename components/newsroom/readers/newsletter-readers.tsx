import { ActionForm, type FormAction } from '#components/ui/action-form.client.tsx'
import type { NewsletterReader } from '#server/newsletter/queries.ts'
import { Moment } from '../time.tsx'

type Props = { readers: readonly NewsletterReader[]; setAside: boolean; timeZone: string; allowAgain: FormAction; erase: FormAction }

/** Readers of the newsletter, their addresses masked: those who get it, or those whose address the mail server refused. */
export function NewsletterReaders({ readers, setAside, timeZone, allowAgain, erase }: Props) {
  if (readers.length === 0) return <p className="py-6 text-soft">{setAside ? 'No address is set aside.' : 'Nobody has signed up yet.'}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {readers.map(({ id, address, since, reason }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 text-sm">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-semibold break-words">{address}</p>
            <p className="text-soft">
              {setAside ? 'Set aside' : 'Confirmed'} <Moment at={since} timeZone={timeZone} />
            </p>
            {reason !== '' && <p className="break-words">{reason}</p>}
          </div>
          <div className="flex flex-wrap gap-2">
            {setAside && (
              <ActionForm action={allowAgain} submit="Allow again" tone="">
                <input type="hidden" name="subscriberId" value={id} />
              </ActionForm>
            )}
            <ActionForm action={erase} submit="Erase" tone="button-danger">
              <input type="hidden" name="subscriberId" value={id} />
            </ActionForm>
          </div>
        </li>
      ))}
    </ul>
  )
}
