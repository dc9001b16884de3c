import 'server-only'
import { randomUUID } from 'node:crypto'
import { cacheLife, cacheTag } from 'next/cache'
import { variantFormat } from '#domain/media.ts'
import { tags } from '../stories/cache.ts'
import { isVariantLive } from './live.ts'

/** A new value after every publication, update and withdrawal: what was found out under an older one is forgotten. */
async function mediaEpoch(): Promise<string> {
  'use cache'
  cacheTag(tags.media())
  cacheLife('max')
  return randomUUID()
}

const MAX_KNOWN = 50_000
let known = { epoch: '', keys: new Set<string>() }

/**
 * Whether readers may see this variant now: its format, or null. Only a yes is remembered, until the media tag expires, so that
 * asking for made-up keys fills no memory, and live pictures need no database. Throws when the database is needed and away.
 */
export async function liveVariant(key: string): Promise<'avif' | 'webp' | 'jpeg' | null> {
  const format = variantFormat(key)
  if (format === null) return null
  // Before reading: a withdrawal that comes in between changes the epoch, and the answer is not found under the new one.
  const epoch = await mediaEpoch()
  if (known.epoch === epoch && known.keys.has(key)) return format
  if (!(await isVariantLive(key))) return null
  if (known.epoch !== epoch || known.keys.size >= MAX_KNOWN) known = { epoch, keys: new Set() }
  known.keys.add(key)
  return format
}
