/** A sign of the toolbars: one path on a field of 18 by 18. */
export function Sign({ d }: { d: string }) {
  return (
    <svg width={18} height={18} viewBox="0 0 18 18" fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}

/** A sign that is a letter. */
export function Letter({ text, className }: { text: string; className: string }) {
  return (
    <span aria-hidden="true" className={className}>
      {text}
    </span>
  )
}
