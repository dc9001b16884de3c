import { stopEpochMemory, turnEpochMemory } from '#server/epoch-memory.ts'
import { whenReadersSeeAChange } from '#server/epoch.ts'
import type { Made } from '../paper-page.ts'
import { EpochListener } from './epoch.ts'
import { HitLog } from './hit-log.ts'
import { KeptPages } from './pages.ts'
import { Renders } from './renders.ts'

/** What is kept of the paper's pages in memory at most. */
export const KEPT_BYTES = 48 * 1024 * 1024

/** The memory of answers of the process that makes them. `stop` ends its connection to the database and writes down what is still to be logged. */
export type Memory = { kept: KeptPages; renders: Renders<Made>; hits: HitLog; epoch: EpochListener; stop: () => Promise<void> }

/** Begins to keep answers, each for its epoch of the paper. `turned` is called whenever the database tells of a new one. */
export async function startMemory(database: string, turned: () => void): Promise<Memory> {
  const kept = new KeptPages(KEPT_BYTES)
  const hits = new HitLog()
  const turn = () => {
    turnEpochMemory()
    kept.turn()
  }
  turnEpochMemory()
  const epoch = new EpochListener(database, () => {
    turn()
    turned()
  })
  await epoch.start()
  // What this process changed itself it need not be told of.
  const stopHearing = whenReadersSeeAChange(turn)
  return {
    kept, hits, epoch, renders: new Renders(() => kept.era),
    stop: async () => {
      stopHearing()
      stopEpochMemory()
      await epoch.stop()
      hits.flush()
    },
  }
}
