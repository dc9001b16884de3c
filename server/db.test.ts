import { expect, test } from 'vitest'
import { db, inTransaction, mayKeepReady } from './db.ts'

const keptReady = () =>
  inTransaction(async (tx) => {
    for (let time = 0; time < 2; time += 1) await tx.paper.findMany({ select: { id: true } })
    return tx.$queryRaw<{ name: string; statement: string }[]>`SELECT name, statement FROM pg_prepared_statements`
  })

test('a statement that was asked before is kept ready on its connection, by a name of its own', async () => {
  const kept = (await keptReady()).filter(({ statement }) => statement.includes('FROM "public"."Paper"'))
  expect(kept).toHaveLength(1)
  expect(kept[0]?.name).toMatch(/^fp-[\w-]{22}$/)
})

test('a statement that cannot be read leaves the connection as it was', async () => {
  for (let time = 0; time < 2; time += 1) await expect(db().$queryRawUnsafe('SELECT nothing FROM nowhere')).rejects.toThrow()
  await expect(db().$queryRaw`SELECT 1 AS one`).resolves.toEqual([{ one: 1 }])
})

test('a pool that cannot keep statements says so in the address', () => {
  expect(mayKeepReady('postgresql://app:secret@host:5432/paper')).toBe(true)
  expect(mayKeepReady('postgresql://app:secret@host:5432/paper?pgbouncer=true')).toBe(false)
  expect(mayKeepReady('postgresql://app:secret@host:5432/paper?sslmode=require&pgbouncer=true')).toBe(false)
})
