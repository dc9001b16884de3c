import 'server-only'
import type { Actor } from '#domain/people.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Tx } from '../db.ts'

export type AuditKind =
  | 'story.created' | 'story.edited' | 'story.submit' | 'story.sendOn' | 'story.sendBack' | 'story.approve' | 'story.publish'
  | 'story.askWithdrawal' | 'story.withdraw' | 'note.added' | 'note.answered' | 'note.resolved' | 'note.reopened'
  | 'story.restored' | 'story.handedOver'
  | 'media.uploaded' | 'media.rightsChanged' | 'media.fairUseApproved'
  | 'media.wordsChanged' | 'media.proofAdded' | 'media.proofRemoved' | 'media.replaced' | 'media.deleted'
  | 'staff.invited' | 'staff.invitationRevoked' | 'staff.joined' | 'staff.roleChanged' | 'staff.deactivated' | 'staff.reactivated'
  | 'staff.bylineFormChanged' | 'staff.resetLinkMade' | 'staff.positionChanged' | 'staff.profileChanged' | 'staff.awayChanged'
  | 'staff.graduated' | 'staff.left' | 'staff.movedOn' | 'staff.moveUndone'
  | 'optOut.added' | 'optOut.changed' | 'optOut.removed' | 'optOut.allowed'
  | 'account.passwordChanged' | 'account.signedOutEverywhere' | 'account.googleLinked'
  | 'copydesk.dismissed' | 'copydesk.undismissed' | 'copydesk.wordAdded' | 'copydesk.wordRemoved' | 'copydesk.ruleChanged'
  | 'review.commented' | 'review.escalated' | 'review.checklistFilled' | 'objection.made' | 'objection.answered' | 'objection.escalated'
  | 'paper.reviewPolicyChanged' | 'paper.namingPolicyChanged'
  | 'paper.setUp' | 'paper.settingsChanged' | 'section.created' | 'section.changed'

/**
 * Writes one audit event in the transaction of the change that it tells of ("never bends" 7). `data` holds ids and
 * states, never secrets, e-mail addresses or story text.
 */
export async function recordEvent(
  tx: Tx,
  event: { actor: Actor | null; kind: AuditKind; storyId?: string; revisionId?: string; subjectId?: string; data?: Prisma.InputJsonObject },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      actorId: event.actor?.userId ?? null,
      kind: event.kind,
      storyId: event.storyId ?? null,
      revisionId: event.revisionId ?? null,
      subjectId: event.subjectId ?? null,
      data: event.data ?? {},
    },
    select: { id: true },
  })
}
