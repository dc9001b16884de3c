import 'server-only'
import { unmetChecks, type UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf, type StoryContent, type StoryKind } from '#domain/story.ts'
import { timeNow } from '../clock.ts'
import { copydeskChecks } from '../copydesk/read-text.ts'
import type { Tx } from '../db.ts'
import { assetStandings } from '../media/queries.ts'
import { nameChecks } from '../opt-out/checks.ts'
import { riskChecks } from '../reviews/risk-checks.ts'
import { paperDay } from '../settings/paper-day.ts'
import { contentOf, REVISION_CONTENT, type RevisionRow } from './content.ts'
import { pageAddressChecks } from './page-address.ts'

/** A revision of a story with its content, parsed once. */
export type CheckedRevision = { storyId: string; revision: RevisionRow; content: StoryContent }
/** What the publish checks ask besides the content, its pictures and the copy desk. */
export type CheckFacts = { kind: StoryKind; address: UnmetCheck[]; openBlockingNotes: number; risks: UnmetCheck[]; names: UnmetCheck[]; today: string }

/** The facts for the publish checks of revisions, by the revision's id; a fixed number of questions to the database, however many. */
export async function checkFacts(client: Tx, checked: readonly CheckedRevision[]): Promise<Map<string, CheckFacts>> {
  const storyIds = checked.map(({ storyId }) => storyId)
  // One after the other: a transaction has one connection.
  const notes = await client.note.groupBy({ by: ['storyId'], where: { storyId: { in: storyIds }, blocking: true, resolvedAt: null }, _count: { _all: true } })
  const { today } = await paperDay(timeNow(), client)
  const risks = await riskChecks(client, checked.map(({ revision }) => revision))
  const names = await nameChecks(client, checked)
  const pages = new Set((await client.story.findMany({ where: { id: { in: storyIds }, kind: 'PAGE' }, select: { id: true } })).map(({ id }) => id))
  const addresses = await pageAddressChecks(client, checked.filter(({ storyId }) => pages.has(storyId)))
  return new Map(
    checked.map(({ storyId, revision: { id } }) => {
      const openBlockingNotes = notes.find((one) => one.storyId === storyId)?._count._all ?? 0
      return [id, { kind: pages.has(storyId) ? 'PAGE' : 'STORY', address: addresses.get(id) ?? [], openBlockingNotes, risks: risks.get(id) ?? [], names: names.get(id) ?? [], today }]
    }),
  )
}

/** What keeps this revision of this story from being approved or published, as things stand in this transaction. */
export async function revisionChecks(tx: Tx, storyId: string, revisionId: string): Promise<UnmetCheck[]> {
  const revision = await tx.revision.findUniqueOrThrow({ where: { id: revisionId }, select: REVISION_CONTENT })
  const content = contentOf(revision)
  const assets = await assetStandings(tx, assetIdsOf(content))
  const blockingFindings = await copydeskChecks(tx, storyId, revision)
  const facts = (await checkFacts(tx, [{ storyId, revision, content }])).get(revisionId)
  if (facts === undefined) throw new Error('checks: the facts of this revision are missing')
  return unmetChecks({ ...content, ...facts, assets, blockingFindings })
}
