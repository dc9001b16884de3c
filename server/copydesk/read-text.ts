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

/** A stored revision as the rules read it. */
export async function copyTextOfRevision(client: Pick<Tx, 'mediaAsset'>, revision: RevisionRow, names: Names): Promise<CopyText> {
  const content = contentOf(revision)
  const ids = assetIdsOf(content)
  const assets = ids.length === 0 ? [] : await client.mediaAsset.findMany({ where: { id: { in: ids } }, select: { id: true, rights: true, people: true } })
  return copyTextOf(content, { ...names, section: revision.section, assets: Object.fromEntries(assets.map(({ id, rights, people }) => [id, { rights, people }])) })
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
  const text = await copyTextOfRevision(tx, revision, await namesAndWords(tx))
  const dismissals = await dismissalsOf(tx, story, await reviewRules(tx))
  return blockingChecks(judgedFindings(copydeskFindings(text, settings), text, dismissals), nameOf)
}
