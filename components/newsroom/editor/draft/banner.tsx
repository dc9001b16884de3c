import type { ReactNode } from 'react'

/** A message above the story that waits for an answer. */
export function Banner({ tone, children }: { tone: 'warn' | 'bad'; children: ReactNode }) {
  const colours = tone === 'bad' ? 'border-bad bg-bad-wash text-bad' : 'border-warn bg-warn-wash text-warn'
  return <div className={`flex flex-col gap-2 rounded-md border px-4 py-3 text-sm ${colours}`}>{children}</div>
}

/** The decided banner is gone: the keyboard goes on at the story. */
export function goOn(decide: () => void): void {
  decide()
  document.getElementById('story-column')?.focus()
}
