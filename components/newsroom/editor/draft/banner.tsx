import type { ReactNode } from 'react'

const TONES = { calm: 'border-rule bg-wash', warn: 'border-warn bg-warn-wash text-warn', bad: 'border-bad bg-bad-wash text-bad' }

/** A message above the story that waits for an answer. */
export function Banner({ tone, children }: { tone: 'calm' | 'warn' | 'bad'; children: ReactNode }) {
  return <div className={`flex flex-col gap-2 rounded-md border px-4 py-3 text-sm ${TONES[tone]}`}>{children}</div>
}

/** The decided banner is gone: the keyboard goes on at the story. */
export function goOn(decide: () => void): void {
  decide()
  document.getElementById('story-column')?.focus()
}
