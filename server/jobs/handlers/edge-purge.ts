import 'server-only'
import { purgeEdge } from '../../purge-edge.ts'
import type { JobHandler } from '../work-off.ts'

/** A new epoch of the paper, told to the cache in front of it. */
export const edgePurge: JobHandler<'edge.purge'> = {
  async run() {
    await purgeEdge()
    return { tags: [] }
  },
}
