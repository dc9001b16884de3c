import type { ReactNode } from 'react'

/** The top of a newsroom page: its one h1, a sentence on what it is for, and its primary action. */
export function PageHeader({ title, lead, action }: { title: string; lead?: ReactNode; action?: ReactNode }) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{title}</h1>
        {lead !== undefined && <p className="mt-1 max-w-prose text-sm text-soft">{lead}</p>}
      </div>
      {action}
    </header>
  )
}
