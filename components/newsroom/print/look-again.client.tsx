'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'

const EVERY = 4_000

/** Loads the page again until the pages of an issue are read; there is nothing on it to be lost meanwhile. */
export function LookAgain() {
  const path = usePathname()
  useEffect(() => {
    const timer = setTimeout(() => {
      // Not under the hands of somebody who is typing the title.
      if (!(document.activeElement instanceof HTMLInputElement)) window.location.reload()
    }, EVERY)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p role="status">
      This takes some seconds a page. <a href={path}>Look again</a>
    </p>
  )
}
