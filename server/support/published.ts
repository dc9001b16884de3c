import 'server-only'
import { cacheLife, cacheTag } from 'next/cache'
import type { SupportView } from '#domain/support/support.ts'
import { timeNow } from '../clock.ts'
import { inThisEpoch } from '../epoch-memory.ts'
import { isBuilding } from '../settings/published.ts'
import { tags } from '../stories/cache.ts'
import { supportAt } from './running.ts'

/** How the paper asks for support now; nothing of what is switched off, or runs on another day. */
export async function publishedSupport(): Promise<SupportView> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.support())
  return isBuilding() ? { donation: null, ads: [], hour: 0 } : inThisEpoch('support', () => supportAt(timeNow()))
}

/** Whether this key is a picture of an advertisement that runs now. */
export async function isAdRunning(key: string): Promise<boolean> {
  const { ads } = await supportAt(timeNow())
  return ads.some(({ smallKey, largeKey }) => key === smallKey || key === largeKey)
}
