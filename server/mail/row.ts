import 'server-only'
import type { Prisma } from '../generated/prisma/client.ts'

/** What decides about a mail. */
export const MAIL_ROW = { id: true, kind: true, userId: true, linkId: true, newsletterId: true, subscriberId: true, sealed: true, state: true, handedOverAt: true } as const satisfies Prisma.OutgoingMailSelect
export type MailRow = Prisma.OutgoingMailGetPayload<{ select: typeof MAIL_ROW }>
