import 'server-only'
import { randomUUID } from 'node:crypto'
import type { CommentForm } from '#domain/comments/comment.ts'
import { storyAddress } from '#domain/takedown-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { timeNow } from '../clock.ts'
import { inTransaction, type Tx } from '../db.ts'
import { sealContact } from './contact.ts'

/** Whether a story that readers see takes comments now. */
export async function takesComments(client: Pick<Tx, 'commentSettings' | 'commentsClosed'>, storyId: string): Promise<boolean> {
  const settings = await client.commentSettings.findUnique({ where: { id: 1 }, select: { open: true } })
  return settings?.open === true && (await client.commentsClosed.count({ where: { storyId } })) === 0
}

/** The live story at an address of the paper that takes comments; null: there is none. */
export async function storyTakingComments(client: Pick<Tx, 'address' | 'commentSettings' | 'commentsClosed'>, path: string): Promise<{ storyId: string } | null> {
  const address = storyAddress(path)
  const found = address === null ? null : await client.address.findUnique({ where: { sectionSlug_slug: address }, select: { storyId: true, story: { select: { liveRevisionId: true } } } })
  return found !== null && found.story.liveRevisionId !== null && (await takesComments(client, found.storyId)) ? { storyId: found.storyId } : null
}

/** Keeps a comment for the newsroom to decide on; no reader sees it yet. False: the story takes none. Nobody is signed in. */
export async function receiveComment(path: string, { name, email, text }: CommentForm): Promise<boolean> {
  const id = randomUUID()
  return inTransaction(async (tx) => {
    const story = await storyTakingComments(tx, path)
    if (story === null) return false
    await tx.readerComment.create({ data: { id, storyId: story.storyId, name, text, sealedContact: email === null ? null : sealContact(id, email), createdAt: timeNow() }, select: { id: true } })
    await recordEvent(tx, { actor: null, kind: 'comment.received', storyId: story.storyId, subjectId: id })
    return true
  })
}
