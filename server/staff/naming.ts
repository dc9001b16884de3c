import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import type { NamingPolicy } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'
import { settleAddresses } from './addresses.ts'

const FIELDS = ['nameForm', 'namesWithPictures', 'absentDays'] as const

async function stored(client: Pick<Tx, 'paper'>): Promise<NamingPolicy | null> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: { nameForm: true, namesWithPictures: true, absentDays: true } })
  return paper === null ? null : { ...paper, nameForm: paper.nameForm === 'FULL' ? 'FULL' : 'SHORT' }
}

/** How the paper names people, for whoever is in the newsroom. */
export async function namingPolicy(actor: Actor): Promise<NamingPolicy> {
  const known = decide(actor.role, 'enterNewsroom').allowed ? await stored(db()) : null
  return known ?? { nameForm: 'SHORT', namesWithPictures: false, absentDays: 3 }
}

/** Changes how the paper names people. Readers see it at once, on old stories too; the event holds what it was and what it is. */
export function changeNamingPolicy(actor: Actor, input: NamingPolicy): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const before = await stored(tx)
      if (before === null) throw new Refusal('The paper is not set up yet.')
      const changed = FIELDS.filter((field) => before[field] !== input[field])
      if (changed.length === 0) return { ok: true, tags: [] }
      await tx.paper.update({ where: { id: 1 }, data: input, select: { id: true } })
      const data = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: input[field] }]))
      await recordEvent(tx, { actor: acting, kind: 'paper.namingPolicyChanged', data })
      const renamed = changed.includes('nameForm') ? await settleAddresses(tx, null) : []
      return { ok: true, tags: [tags.paper(), tags.mastheads(), tags.media(), ...renamed.map((id) => tags.author(id))] }
    }),
  )
}
