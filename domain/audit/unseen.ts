import { AUDIT_KINDS, isAuditKind, type AuditKind } from './kinds.ts'

/**
 * What is put on record of the newsroom's daily work and changes nothing that a reader sees. Whatever is not named here is seen: that costs some pages to be made anew,
 * and the other mistake would show what was taken down. The trigger AuditEvent_moves_epoch has the same list, and a test asks it for every kind
 * (server/audit/seen.test.ts): a change here takes a migration that makes the trigger anew.
 */
const UNSEEN_KINDS: ReadonlySet<AuditKind> = new Set<AuditKind>([
  'story.created', 'story.edited', 'story.restored', 'story.submit', 'story.sendOn', 'story.sendBack', 'story.approve', 'story.askWithdrawal', 'front.arranged', 'media.uploaded',
])
/** Groups of kinds, by what stands before the dot, of which none is seen. */
const UNSEEN_GROUPS: ReadonlySet<string> = new Set([
  'note', 'copydesk', 'account', 'review', 'objection', 'pitch', 'assignment', 'plan', 'photo', 'mail', 'job', 'audit', 'record',
])

/** Whether a reader's page may look different after such an event. */
export function isSeenByReaders(kind: AuditKind): boolean {
  return !UNSEEN_KINDS.has(kind) && !UNSEEN_GROUPS.has(kind.slice(0, kind.indexOf('.')))
}

/** Every kind of event that no reader sees. */
export const UNSEEN_BY_READERS: readonly AuditKind[] = Object.keys(AUDIT_KINDS).filter(isAuditKind).filter((kind) => !isSeenByReaders(kind))
