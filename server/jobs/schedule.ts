import 'server-only'
import { log } from '../log.ts'
import { processPendingMedia } from '../media/processing.ts'
import { storage } from '../storage.ts'
import { tags } from '../stories/cache.ts'

/** How many pictures one tick prepares at most; the next tick goes on. */
const PICTURES_A_TICK = 5

/** Every recurring duty of the house. Answers the tags to expire; each duty may be run any number of times. */
export async function runDueJobs(): Promise<{ processed: number; tags: string[] }> {
  return processPendingMedia(PICTURES_A_TICK)
}

/** What is due once after a start, besides: nothing cached by the build or a former process is served, and no torn file stays. */
export async function runBootJobs(now: Date): Promise<{ tags: string[] }> {
  const swept = await storage.sweep(now).catch((error: unknown) => {
    log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'storage: could not sweep')
    return 0
  })
  if (swept > 0) log.info({ swept }, 'storage: removed what torn writes left behind')
  return { tags: [tags.paper()] }
}
