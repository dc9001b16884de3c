import type { ReactNode } from 'react'

/** A table that scrolls by itself, with the keyboard too, where the screen is too narrow for it. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable (WCAG 2.1.1)
    <div className="wide-table" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
