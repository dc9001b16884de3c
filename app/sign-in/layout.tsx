import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { EntryFrame } from '#components/newsroom/entry-frame.tsx'
import { paperName } from '#server/auth/entry-pages.ts'

// Links carry their secret in the address: it must not travel on in a referrer, nor into an index.
export const metadata: Metadata = { title: { default: 'Sign in', template: '%s' }, referrer: 'no-referrer', robots: { index: false, follow: false } }
export const instant = false

export default async function SignInLayout({ children }: { children: ReactNode }) {
  return <EntryFrame paper={await paperName()}>{children}</EntryFrame>
}
