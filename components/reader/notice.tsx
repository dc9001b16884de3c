import type { ReactNode } from 'react'

/** A page that holds one message, in the paper's look. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice">
      <h1>{title}</h1>
      {children}
    </div>
  )
}
