import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { asOwner, makeDatabase } from '#server/testing/database.ts'
import { verifyChain } from './audit/verify-chain.ts'
import { grantToRole } from './grants.ts'
import { migrate } from './migrate.ts'

const MIGRATIONS = path.join(import.meta.dirname, '..', 'prisma', 'migrations')

it('chains the events that were there before it, in the order of their ids', async () => {
  const database = await makeDatabase('bare')
  const before = mkdtempSync(path.join(tmpdir(), 'fourth-period-migrations-'))
  for (const name of readdirSync(MIGRATIONS)) if (name < '20261124140000') cpSync(path.join(MIGRATIONS, name), path.join(before, name), { recursive: true })
  await migrate(database.owner, before)
  rmSync(before, { recursive: true })
  await asOwner(database.owner, (client) => client.query(`INSERT INTO "AuditEvent" ("id", "kind", "data") VALUES (7, 'story.created', '{"b": [1.0, "é"], "a": null}'), (3, 'paper.setUp', '{}'), (12, 'story.edited', '{}')`))
  await migrate(database.owner)
  const verdict = await asOwner(database.owner, async (client) => {
    await client.query(`INSERT INTO "AuditEvent" ("id", "kind") VALUES (5, 'story.edited')`)
    const { rows } = await client.query<{ id: string }>('SELECT "eventId" AS id FROM "AuditLink" ORDER BY "seq"')
    expect(rows.map(({ id }) => id)).toEqual(['3', '7', '12', '5'])
    return verifyChain(client)
  })
  expect(verdict).toMatchObject({ whole: true, chain: { events: 4n } })
  await database.drop()
})

const HAND_MADE = [
  `INSERT INTO "AuditLink" SELECT 9, 1, "hash", "hash" FROM "AuditHead"`,
  'UPDATE "AuditLink" SET "hash" = sha256(\'x\')',
  'DELETE FROM "AuditLink"',
  'TRUNCATE "AuditLink"',
  'UPDATE "AuditHead" SET "seq" = 0',
  'DELETE FROM "AuditHead"',
  'TRUNCATE "AuditHead"',
  `INSERT INTO "AuditHead" VALUES (2, 0, sha256('x'))`,
]

it('is written by the database alone: not by the role of the app, and not by its owner while the triggers hold', async () => {
  const database = await makeDatabase()
  await asOwner(database.owner, (client) => client.query(`INSERT INTO "AuditEvent" ("kind") VALUES ('paper.setUp')`))
  await asOwner(database.app, async (client) => {
    for (const sql of HAND_MADE) await expect(client.query(sql), sql).rejects.toThrow(/permission denied/)
    for (const sql of ['ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL', 'DROP TRIGGER "AuditEvent_chained" ON "AuditEvent"', `SET session_replication_role = 'replica'`]) {
      await expect(client.query(sql), sql).rejects.toThrow(/must be owner|permission denied/)
    }
    await client.query('CREATE TEMP TABLE "AuditEvent" (LIKE public."AuditEvent")')
    await expect(client.query('CREATE TRIGGER forge AFTER INSERT ON pg_temp."AuditEvent" FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"()')).rejects.toThrow(/permission denied/)
    await expect(client.query('SELECT "append_audit_links"("id") FROM public."AuditEvent"')).rejects.toThrow(/permission denied/)
    // A table of the same name that comes first changes nothing.
    await client.query('CREATE TEMP TABLE "AuditHead" AS SELECT 1 AS "id", 41::bigint AS "seq", sha256(\'x\') AS "hash"')
    await client.query(`INSERT INTO public."AuditEvent" ("kind") VALUES ('story.edited')`)
    // Nor does chaining at once instead of at the commit.
    await client.query(`BEGIN; SET CONSTRAINTS ALL IMMEDIATE; INSERT INTO public."AuditEvent" ("kind") VALUES ('story.edited'); COMMIT`)
  })
  await asOwner(database.owner, async (client) => {
    for (const sql of HAND_MADE) await expect(client.query(sql), sql).rejects.toThrow(/is made by the database alone/)
    for (const sql of HAND_MADE) await expect(client.query(`SET session_replication_role = 'replica'; ${sql}`), sql).rejects.toThrow(/is made by the database alone/)
    await client.query('RESET session_replication_role')
    await client.query('CREATE TABLE "Other" (LIKE "AuditEvent"); CREATE TRIGGER forge AFTER INSERT ON "Other" FOR EACH ROW EXECUTE FUNCTION "chain_audit_event"()')
    await expect(client.query(`INSERT INTO "Other" ("id", "kind", "data", "at") VALUES (1, 'x', '{}', now())`)).rejects.toThrow(/Only audit events are chained/)
    await client.query('DROP TABLE "Other"')
    expect(await verifyChain(client)).toMatchObject({ whole: true, chain: { events: 3n } })
  })
  await database.drop()
})

it('takes rights back that the role of the app got when the tables were made', async () => {
  const database = await makeDatabase()
  const role = process.env.FP_TEST_APP_ROLE ?? 'fourth_period_app'
  await asOwner(database.owner, (client) => client.query(`GRANT ALL ON "AuditLink", "AuditHead" TO ${role}`))
  await grantToRole(database.owner, role)
  await asOwner(database.app, async (client) => {
    for (const sql of HAND_MADE) await expect(client.query(sql), sql).rejects.toThrow(/permission denied/)
    await client.query('SELECT 1 FROM "AuditLink", "AuditHead"')
  })
  await database.drop()
})
