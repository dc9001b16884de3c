import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '#components/story/story.css'
import '#components/story/scores.css'
import '../(reader)/reader.css'

// Pages of the newsroom that look like the paper: outside of the newsroom's own layout, for its people alone, and never kept by anybody.
export const metadata: Metadata = { robots: { index: false } }
export const instant = false

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return children
}
