import 'server-only'
import * as Y from 'yjs'
import type { StoryContent } from '#domain/story.ts'
import { contentFrom, newSharedDraft, writeContent } from '#domain/together/shared-draft.ts'
import { inTransaction, db, type Tx } from '../db.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'

/** The working copy of a story as it is stored: a Yjs document. Whoever writes it holds the story's row lock. */
export type SharedDraftRow = { generation: string; version: number; state: Uint8Array; problem: string | null }

const ROW = { generation: true, version: true, state: true, problem: true } as const

/** The bytes of a shared document as the database takes them. */
export function stateOf(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Y.encodeStateAsUpdate(doc))
}

/** The shared document of a story, if it was ever opened. */
export function findSharedDraft(tx: Pick<Tx, 'sharedDraft'>, storyId: string): Promise<SharedDraftRow | null> {
  return tx.sharedDraft.findUnique({ where: { storyId }, select: ROW })
}

/** The shared document of a story; made from its working revision, once, where there is none yet. null: no such story. */
export async function openSharedDraft(storyId: string): Promise<SharedDraftRow | null> {
  const found = await findSharedDraft(db(), storyId)
  if (found !== null) return found
  return inTransaction(async (tx) => {
    // Two documents made from one revision would not be the same to Yjs: only one of two may be stored.
    await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${storyId}::uuid FOR UPDATE`
    const meanwhile = await findSharedDraft(tx, storyId)
    if (meanwhile !== null) return meanwhile
    const story = await tx.story.findUnique({ where: { id: storyId }, select: { workingRevision: { select: REVISION_CONTENT } } })
    if (!story?.workingRevision) return null
    return tx.sharedDraft.create({ data: { storyId, state: stateOf(newSharedDraft(contentOf(story.workingRevision))) }, select: ROW })
  })
}

/** Names the line of history that an editor's page belongs to (docs/decisions/0010-writing-together.md). */
export async function draftGeneration(storyId: string): Promise<string | null> {
  const found = await db().sharedDraft.findUnique({ where: { storyId }, select: { generation: true } })
  return found?.generation ?? (await openSharedDraft(storyId))?.generation ?? null
}

/** What a stored shared document says. */
export function contentIn(row: SharedDraftRow): StoryContent {
  return contentFrom(docOf(row)).content
}

function docOf(row: SharedDraftRow): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, row.state)
  return doc
}

/**
 * Brings the shared document, where there is one, to `content`, in the transaction that stores it as a revision: by the
 * smallest change, so that open editors keep what they have typed since. Every way of saving but the editors' own goes
 * through here.
 */
export async function writeSharedDraft(tx: Tx, storyId: string, content: StoryContent): Promise<void> {
  const row = await findSharedDraft(tx, storyId)
  if (row === null) return
  const doc = docOf(row)
  let changed = false
  doc.on('update', () => (changed = true))
  writeContent(doc, content)
  if (!changed && row.problem === null) return
  await tx.sharedDraft.update({ where: { storyId }, data: { state: stateOf(doc), version: { increment: 1 }, problem: null }, select: { version: true } })
}
