import 'server-only'
import { copyTextOf } from '#domain/copydesk/copy-text.ts'
import { blockingChecks, judgedFindings } from '#domain/copydesk/dismissals.ts'
import type { CopyText } from '#domain/copydesk/finding.ts'
import { copydeskFindings, RULES } from '#domain/copydesk/rules.ts'
import type { UnmetCheck } from '#domain/publish-checks.ts'
import { assetIdsOf } from '#domain/story.ts'
import type { Tx } from '../db.ts'
import { contentOf, type RevisionRow } from '../stories/content.ts'
import { reviewRules, STORY_STANDING } from '../stories/lock.ts'
import { blockingOnly, dismissalsOf, namesAndWords, storedSettings } from './context.ts'

type Names = Awaited<ReturnType<typeof namesAndWords>>

/** Stored revisions as the rules read them, by their ids. */
export async function copyTexts(client: Pick<Tx, 'mediaAsset'>, revisions: readonly RevisionRow[], names: Names): Promise<Map<string, CopyText>> {
  const read = revisions.map((revision) => ({ revision, content: contentOf(revision) }))
  const ids = [...new Set(read.flatMap(({ content }) => assetIdsOf(content)))]
  const rows = ids.length === 0 ? [] : await client.mediaAsset.findMany({ where: { id: { in: ids } }, select: { id: true, rights: true, people: true } })
  const assets = Object.fromEntries(rows.map(({ id, rights, people }) => [id, { rights, people }]))
  return new Map(read.map(({ revision, content }) => [revision.id, copyTextOf(content, { ...names, section: revision.section, assets })]))
}

const nameOf = (ruleId: string) => RULES.find(({ id }) => id === ruleId)?.name ?? ruleId

/**
 * What rules that block in this story's section found in a revision, and nobody let stand. Reads the story's text only where a rule
 * blocks at all. Spelling is checked in browsers alone and never blocks.
 */
export async function copydeskChecks(tx: Tx, storyId: string, revision: RevisionRow): Promise<UnmetCheck[]> {
  const settings = blockingOnly(await storedSettings(tx), revision.section?.slug ?? null)
  if (settings === null) return []
  const story = await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: STORY_STANDING })
  const text = (await copyTexts(tx, [revision], await namesAndWords(tx))).get(revision.id)
  if (text === undefined) return []
  const dismissals = await dismissalsOf(tx, story, await reviewRules(tx))
  return blockingChecks(judgedFindings(copydeskFindings(text, settings), text, dismissals), nameOf)
}
