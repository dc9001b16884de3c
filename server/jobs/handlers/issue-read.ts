import 'server-only'
import { giveUpReading, readIssue, reopenReading } from '../../print/prepare.ts'
import type { JobHandler } from '../work-off.ts'

/** A printed issue that was uploaded and is not read yet. */
export const issueRead: JobHandler<'issue.read'> = {
  async run({ issueId }, now) {
    await readIssue(issueId, now)
    return { tags: [] }
  },
  gaveUp: ({ issueId }) => giveUpReading(issueId),
  again: (tx, { issueId }) => reopenReading(tx, issueId),
}
