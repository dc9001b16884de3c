import { Moment } from '../time.tsx'

type Props = { hold: { endsAt: string; over: boolean } | null; policy: 'ADVISER_APPROVES' | 'ADVISER_CONSULTS' | 'OPEN_FORUM'; timeZone: string }

/** Until when a story may be held, for whoever wrote it and whoever decides; after that, that it went on. */
export function HoldClock({ hold, policy, timeZone }: Props) {
  if (hold === null) return null
  const asked = policy === 'ADVISER_CONSULTS'
  if (hold.over) {
    return (
      <p className="rounded-md border border-warn bg-warn-wash p-3 text-sm">
        {asked ? 'The time for the adviser’s comment is over: the editors decide.' : 'The time to decide was over on '}
        {!asked && <Moment at={hold.endsAt} timeZone={timeZone} />}
        {!asked && '. The story went to whom the paper’s review policy names.'}
      </p>
    )
  }
  return (
    <p className="rounded-md border border-rule bg-wash p-3 text-sm">
      {asked ? 'The adviser is asked, and may comment until ' : 'A decision is due by '}
      <strong>
        <Moment at={hold.endsAt} timeZone={timeZone} />
      </strong>
      {asked ? '. After that the editors decide.' : '. After that the story goes on as the review policy says.'}{' '}
      <a className="text-link" href="/how-we-edit">
        How we edit
      </a>
    </p>
  )
}
