import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, type PlainAction, type ReviewPolicy } from '#domain/policy.ts'
import { actorNow } from '../auth/standing.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** An issue as its commands need it. */
export const LOCKED = {
  id: true, slug: true, title: true, volume: true, number: true, date: true, version: true, fileName: true, uploadKey: true, pdfKey: true, uploadedById: true,
  preparedAt: true, failure: true, publishedAt: true, withdrawnAt: true,
} as const satisfies Prisma.PrintIssueSelect
export type LockedIssue = Prisma.PrintIssueGetPayload<{ select: typeof LOCKED }>
type IssueAction = Extract<PlainAction, 'prepareIssue' | 'publishIssue' | 'withdrawIssue'>

export const GONE = 'This issue is gone.'
/** Where readers see it, or did: nothing of what was approved changes. */
export const OUT = 'This issue was published. What readers were given does not change: withdraw it, and upload another PDF.'

/** How the paper reviews; the strictest before it is set up. */
export async function policyNow(client: Pick<Tx, 'paper'>): Promise<ReviewPolicy> {
  return (await client.paper.findUnique({ where: { id: 1 }, select: { reviewPolicy: true } }))?.reviewPolicy ?? 'ADVISER_APPROVES'
}

/** Locks the row of an issue until the transaction ends. */
export async function lockIssue(tx: Tx, issueId: string): Promise<LockedIssue> {
  await tx.$queryRaw`SELECT 1 FROM "PrintIssue" WHERE "id" = ${issueId}::uuid FOR UPDATE`
  const issue = await tx.printIssue.findUnique({ where: { id: issueId }, select: LOCKED })
  if (issue === null) throw new Refusal(GONE)
  return issue
}

/** Lock, then policy: the first steps of every command on an issue. The actor comes back with the role that they have now. */
export async function lockIssueFor(tx: Tx, asked: Actor, action: IssueAction, issueId: string): Promise<{ acting: Actor; issue: LockedIssue }> {
  const acting = await actorNow(tx, asked)
  const issue = await lockIssue(tx, issueId)
  const verdict = decide(acting.role, action, { isSelf: issue.uploadedById === acting.userId, policy: await policyNow(tx) })
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  return { acting, issue }
}

/** Refuses what was decided on another version than the newest. */
export function refuseStaleIssue(issue: LockedIssue, version: number): void {
  if (issue.version !== version) throw new Refusal('Somebody changed this issue since you opened it. Look at it again, then decide.')
}
