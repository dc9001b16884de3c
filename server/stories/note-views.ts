import 'server-only'
import type { MentionView, NoteView, ReplyView } from '#domain/notes.ts'
import { anchorSchema } from '#domain/together/anchor.ts'
import type { Prisma } from '../generated/prisma/client.ts'

const PERSON = { select: { staff: { select: { name: true } } } } as const
const REPLY = {
  id: true,
  body: true,
  createdAt: true,
  authorId: true,
  author: PERSON,
  mentions: { select: { userId: true, user: PERSON } },
} as const satisfies Prisma.NoteSelect

/** All of a story's notes that its screens show: notes, newest first, each with its answers, oldest first. */
export const STORY_NOTES = {
  where: { parentId: null },
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  select: {
    ...REPLY,
    revisionId: true,
    blocking: true,
    resolvedAt: true,
    resolvedBy: PERSON,
    anchor: true,
    replies: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: REPLY },
  },
} as const satisfies Prisma.Story$notesArgs

/** The decisions of a story that came with notes. */
export const SENT_BACK = {
  where: { decision: 'REQUEST_CHANGES' },
  select: { revisionId: true, byId: true, notes: true },
} as const satisfies Prisma.Story$reviewsArgs

type NoteRow = Prisma.NoteGetPayload<{ select: (typeof STORY_NOTES)['select'] }>
type ReplyRow = Prisma.NoteGetPayload<{ select: typeof REPLY }>
type SentBackRow = Prisma.ReviewGetPayload<{ select: (typeof SENT_BACK)['select'] }>

const mentionsOf = (row: ReplyRow): MentionView[] => row.mentions.map(({ userId, user }) => ({ userId, name: user.staff.name }))

function replyView(row: ReplyRow): ReplyView {
  return { id: row.id, body: row.body, authorId: row.authorId, author: row.author.staff.name, at: row.createdAt.toISOString(), mentions: mentionsOf(row) }
}

/** A note as screens show it. A stored anchor that no longer reads leaves a note on the story as a whole. */
export function noteView(row: NoteRow, sentBack: readonly SentBackRow[]): NoteView {
  const anchor = anchorSchema.safeParse(row.anchor)
  const decided = sentBack.some((review) => review.revisionId === row.revisionId && review.byId === row.authorId && review.notes === row.body)
  return {
    ...replyView(row),
    blocking: row.blocking,
    resolved: row.resolvedAt !== null,
    resolvedBy: row.resolvedBy?.staff.name ?? null,
    anchor: anchor.success ? anchor.data : null,
    decision: decided ? 'Sent back' : null,
    replies: row.replies.map(replyView),
  }
}
