import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './faces/newsroom.css'
import './globals.css'

export const metadata: Metadata = { title: 'Fourth Period' }
export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
