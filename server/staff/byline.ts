import 'server-only'
import { showsMore, type Actor, type BylineForm } from '#domain/people.ts'
import { decideOnStaff } from '#domain/policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { settleAddresses } from './addresses.ts'
import { lockPeople, type LockedUser } from './lock.ts'

export type BylineChange = { staffId: string; name?: string; bylineForm: BylineForm }

/**
 * Changes how somebody's name stands before readers, everywhere at once. Everybody may choose the form of their own; whoever may do this
 * for others can only let readers see less of it. The name itself is changed by them alone, so that nobody signs with a name of their choice.
 */
export function changeByline(actor: Actor, change: BylineChange): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const { actor: acting } = await lockPeople(tx, actor, null)
      return { ok: true, tags: await changeBylineIn(tx, actor, acting, change) }
    }),
  )
}

/** The same inside the transaction of a command that does more, after `lockPeople` gave it `acting`; answers the tags that it touched. Throws a Refusal. */
export async function changeBylineIn(tx: Tx, actor: Actor, acting: LockedUser, { staffId, name, bylineForm }: BylineChange): Promise<string[]> {
  await tx.$queryRaw`SELECT 1 FROM "StaffMember" WHERE "id" = ${staffId}::uuid FOR UPDATE`
  const before = await tx.staffMember.findUnique({ where: { id: staffId }, select: { name: true, bylineForm: true, user: { select: { role: true } } } })
  const renamed = name !== undefined && name !== before?.name
  const isSelf = acting.staffId === staffId
  const more = !isSelf && before !== null && showsMore(before.bylineForm, bylineForm)
  const on = { isSelf: isSelf && !renamed, targetRole: before?.user?.role ?? 'WRITER', showsMore: more }
  const verdict = decideOnStaff(acting.role, 'setBylineForm', on)
  if (!verdict.allowed) throw new Refusal(verdict.reason)
  if (before === null) throw new Refusal('There is no such person.')
  if (!renamed && before.bylineForm === bylineForm) return []
  await tx.staffMember.update({ where: { id: staffId }, data: { bylineForm, ...(renamed ? { name } : {}) }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'staff.bylineFormChanged', subjectId: staffId, data: { from: before.bylineForm, to: bylineForm, renamed } })
  await settleAddresses(tx, [staffId])
  // Whether a profile's picture may be seen hangs on the name.
  return [tags.author(staffId), tags.mastheads(), tags.media()]
}
