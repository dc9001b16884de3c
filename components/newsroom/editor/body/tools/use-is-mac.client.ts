'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether this is a keyboard with ⌘ and ⌥; false on the server and until script runs. */
export function useIsMac(): boolean {
  return useSyncExternalStore(never, () => /Mac|iPhone|iPad/.test(navigator.userAgent), () => false)
}
