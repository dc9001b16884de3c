import 'server-only'
import { randomUUID } from 'node:crypto'
import { cacheLife, cacheTag } from 'next/cache'
import { connection } from 'next/server'
import { endingWorker, KEPT, MOST_KEPT, paperWorker } from '#domain/offline/worker.ts'
import { publishedReading } from '../reads/published.ts'
import { tags } from '../stories/cache.ts'

/** A new value after every publication, update and withdrawal: whoever keeps pages asks about them again. */
export async function paperEpoch(): Promise<string> {
  // Made when it is asked for: a build knows neither the paper nor its settings.
  await connection()
  return cachedEpoch()
}

async function cachedEpoch(): Promise<string> {
  'use cache'
  cacheLife('max')
  cacheTag(tags.paper(), tags.media(), tags.corrections(), tags.mastheads())
  return randomUUID()
}

/** The service worker of the paper as script; where reading offline is switched off, the one that ends it. */
export async function publishedWorker(): Promise<string> {
  await connection()
  const { offline } = await publishedReading()
  return offline ? `(${String(paperWorker)})(self,${JSON.stringify(KEPT)},${MOST_KEPT},()=>Date.now())\n` : `(${String(endingWorker)})(self)\n`
}
