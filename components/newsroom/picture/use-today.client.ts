'use client'

import { useSyncExternalStore } from 'react'
import { dayIn } from '#domain/day.ts'

const never = () => () => {}

/** Today on this computer, as "2026-11-24"; '' until script runs, so that no right looks run out meanwhile. */
export function useToday(): string {
  return useSyncExternalStore(never, () => dayIn(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone), () => '')
}
