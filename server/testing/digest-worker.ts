import { timeNow } from '../clock.ts'
import { writeDigests } from '../notifications/digest.ts'

/**
 * Writes digests in a process of its own, for the test that two at once write each once. Says `loaded`, does it when it gets a message, and
 * answers how many it wrote. Run with: --conditions=react-server
 */
process.once('message', () => {
  void writeDigests(timeNow()).then(
    (count) => process.send?.(count),
    (error: unknown) => process.send?.(String(error)),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.('loaded')
