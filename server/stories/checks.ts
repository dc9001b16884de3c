import 'server-only'
import { unmetChecks, type UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf } from '#domain/story.ts'
import { timeNow } from '../clock.ts'
import { copydeskChecks } from '../copydesk/read-text.ts'
import type { Tx } from '../db.ts'
import { assetStandings } from '../media/queries.ts'
import { nameChecks } from '../opt-out/checks.ts'
import { riskChecks } from '../reviews/risk-checks.ts'
import { paperDay } from '../settings/paper-day.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'

/** What keeps this revision of this story from being approved or published, as things stand in this transaction. */
export async function revisionChecks(tx: Tx, storyId: string, revisionId: string): Promise<UnmetCheck[]> {
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: revisionId }, select: REVISION_CONTENT })
  const content = contentOf(revision)
  const [assets, openBlockingNotes] = [
    await assetStandings(tx, assetIdsOf(content)),
    await tx.note.count({ where: { storyId, blocking: true, resolvedAt: null } }),
  ]
  const blockingFindings = await copydeskChecks(tx, storyId, revision)
  const { today } = await paperDay(timeNow(), tx)
  const risks = await riskChecks(tx, revisionId, content.sectionId)
  const names = await nameChecks(tx, storyId, revision)
  return unmetChecks({ ...content, risks, names, assets, openBlockingNotes, blockingFindings, today })
}
