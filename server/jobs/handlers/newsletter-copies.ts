import 'server-only'
import { timeNow } from '../../clock.ts'
import { writeCopies } from '../../newsletter/copies.ts'
import type { JobHandler } from '../work-off.ts'

/** A newsletter that was sent: its copies are written. */
export const newsletterCopies: JobHandler<'newsletter.copies'> = {
  async run({ newsletterId }) {
    return (await writeCopies(newsletterId)) ? { tags: [] } : { tags: [], again: timeNow() }
  },
}
