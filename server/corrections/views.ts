import 'server-only'
import type { CorrectionView } from '#domain/story-view.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** The notes that readers see: published, and not replaced by a later published one. */
export const SHOWN: Prisma.CorrectionWhereInput = { publishedAt: { not: null }, replacements: { none: { publishedAt: { not: null } } } }

export const CORRECTION = { id: true, kind: true, text: true, publishedAt: true, replaces: { select: { publishedAt: true } } } as const satisfies Prisma.CorrectionSelect

/** The notes of one story as its page shows them, oldest first. */
export const SHOWN_CORRECTIONS = { where: SHOWN, orderBy: [{ publishedAt: 'asc' }, { id: 'asc' }], select: CORRECTION } satisfies Prisma.Story$correctionsArgs

/** A note for readers; nothing of one that is not published. */
export function correctionView({ id, kind, text, publishedAt, replaces }: Prisma.CorrectionGetPayload<{ select: typeof CORRECTION }>): CorrectionView[] {
  return publishedAt === null ? [] : [{ id, kind, text, at: publishedAt.toISOString(), replaced: replaces?.publishedAt?.toISOString() ?? null }]
}
