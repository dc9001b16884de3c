import type { ReactNode } from 'react'

/** What is done in a queue, under what waits in it. `older`: the way to what was done before. */
export function SettledLines({ id, heading, older, children }: { id: string; heading: string; older: { href: string; label: string } | null; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {heading}
      </h2>
      {children}
      {older !== null && (
        <a href={older.href} className="text-link">
          {older.label}
        </a>
      )}
    </section>
  )
}
