import { Moment } from './time.tsx'

type Props = {
  story: {
    withdrawalAsk: { by: string; at: string; reason: string } | null
    withdrawn: { at: string; reason: string } | null
  }
  timeZone: string
}

/** That somebody asks for a withdrawal, or that the story was withdrawn and why. */
export function WithdrawalNotice({ story, timeZone }: Props) {
  const { withdrawalAsk: ask, withdrawn } = story
  if (withdrawn !== null) {
    return (
      <div className="rounded-md border border-bad bg-bad-wash p-3 text-sm">
        <p className="font-semibold">
          Withdrawn <Moment at={withdrawn.at} timeZone={timeZone} />
        </p>
        <p className="mt-1 whitespace-pre-wrap">{withdrawn.reason}</p>
      </div>
    )
  }
  if (ask === null) return null
  return (
    <div className="rounded-md border border-warn bg-warn-wash p-3 text-sm">
      <p className="font-semibold">
        {ask.by} asks to withdraw this story, <Moment at={ask.at} timeZone={timeZone} />
      </p>
      <p className="mt-1 whitespace-pre-wrap">{ask.reason}</p>
    </div>
  )
}
