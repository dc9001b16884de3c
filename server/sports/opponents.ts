import 'server-only'
import type { Actor } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { inTransaction, type Tx } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { scorekeeper } from './lock.ts'
import { refuseOptedOut } from './named.ts'

const keyOf = (name: string) => name.toLowerCase()

/** The opponents of these names, in their order; who is new is added. */
export async function opponentIds(tx: Tx, names: readonly string[]): Promise<string[]> {
  await tx.sportsOpponent.createMany({ data: names.map((name) => ({ name, key: keyOf(name) })), skipDuplicates: true })
  const rows = await tx.sportsOpponent.findMany({ where: { key: { in: names.map(keyOf) } }, select: { id: true, key: true } })
  const byKey = new Map(rows.map(({ id, key }) => [key, id]))
  return names.flatMap((name) => byKey.get(keyOf(name)) ?? [])
}

/** Renames an opponent wherever it stands. */
export function renameOpponent(asked: Actor, { opponentId, name }: { opponentId: string; name: string }): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const actor = await scorekeeper(tx, asked)
      const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "SportsOpponent" WHERE "id" = ${opponentId}::uuid FOR UPDATE`
      if (rows.length === 0) throw new Refusal('There is no such opponent.')
      await refuseOptedOut(tx, [{ field: 'name', text: name }])
      if ((await tx.sportsOpponent.count({ where: { key: keyOf(name), id: { not: opponentId } } })) > 0) throw new Refusal('Another opponent has this name already.', 'name')
      await tx.sportsOpponent.update({ where: { id: opponentId }, data: { name, key: keyOf(name) }, select: { id: true } })
      await recordEvent(tx, { actor, kind: 'sports.opponentRenamed', subjectId: opponentId })
      return { ok: true, tags: [tags.sports()] }
    }),
  )
}
