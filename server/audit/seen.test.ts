import { expect, test } from 'vitest'
import { AUDIT_KINDS, isAuditKind } from '#domain/audit/kinds.ts'
import { isSeenByReaders } from '#domain/audit/unseen.ts'
import { asOwner } from '../testing/database.ts'

/** Whether an event of this kind moves the epoch of the paper, in a transaction of its own. */
const moves = (kind: string) =>
  asOwner(process.env.FP_TEST_OWNER_URL ?? '', async (client) => {
    const epoch = async () => (await client.query<{ epoch: string }>('SELECT "epoch"::text AS epoch FROM "ReaderEpoch"')).rows[0]?.epoch
    const before = await epoch()
    await client.query(`INSERT INTO "AuditEvent" ("kind", "data") VALUES ($1, '{}')`, [kind])
    return (await epoch()) !== before
  })

test('the epoch moves after exactly those events that the code says readers see', async () => {
  const told: Record<string, boolean> = {}
  const said: Record<string, boolean> = {}
  for (const kind of Object.keys(AUDIT_KINDS).filter(isAuditKind)) {
    told[kind] = await moves(kind)
    said[kind] = isSeenByReaders(kind)
  }
  expect(told).toEqual(said)
  expect(Object.values(said)).toContain(false)
  expect(await moves('a.kindThatNobodyKnows')).toBe(true)
})
