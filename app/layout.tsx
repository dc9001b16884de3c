import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import './globals.css'

const serif = localFont({
  src: [
    // Cut down to what the paper sets, by faces/make.sh.
    { path: './faces/source-serif-4-normal.woff2', style: 'normal', weight: '400 800' },
    { path: './faces/source-serif-4-italic.woff2', style: 'italic', weight: '400 800' },
  ],
  variable: '--face-serif',
  display: 'swap',
  // A fallback of the same measures, so that nothing moves when the face arrives.
  adjustFontFallback: 'Times New Roman',
  preload: false,
})
const sans = localFont({
  src: '../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--face-sans',
  display: 'swap',
  preload: false,
})

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
    <html lang="en" className={`${serif.variable} ${sans.variable}`}>
      <body>{children}</body>
    </html>
  )
}
