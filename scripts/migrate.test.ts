import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { asOwner, makeDatabase, type TestDatabase } from '#server/testing/database.ts'
import { migrate, migrateForApp } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await makeDatabase('bare')
  folder = await mkdtemp(path.join(tmpdir(), 'fourth-period-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

async function write(name: string, sql: string) {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}
const query = async (sql: string) => (await asOwner(database.owner, (client) => client.query(sql))).rows

it('migrates an empty database, keeps account as Prisma does, and does nothing the second time', async () => {
  expect(await migrate(database.owner)).toContain('20261124090000_the_first_house')
  expect(await migrate(database.owner)).toEqual([])
  const [row] = await query('SELECT *, length(checksum) AS digits FROM "_prisma_migrations" ORDER BY migration_name LIMIT 1')
  expect(row).toMatchObject({ migration_name: '20261124090000_the_first_house', digits: 64, applied_steps_count: 1, logs: null, rolled_back_at: null })
  expect(row.finished_at).toBeInstanceOf(Date)
})

it('applies in the order of the names, only what is new', async () => {
  await write('2_second', 'ALTER TABLE a ADD COLUMN two integer')
  await write('1_first', 'CREATE TABLE a (one integer)')
  expect(await migrate(database.owner, folder)).toEqual(['1_first', '2_second'])
  await write('3_third', 'ALTER TABLE a ADD COLUMN three integer')
  expect(await migrate(database.owner, folder)).toEqual(['3_third'])
})

it('refuses an edited migration by name, but not one with Windows line ends', async () => {
  await write('1_first', 'CREATE TABLE a (one integer);\n')
  await migrate(database.owner, folder)
  await write('1_first', 'CREATE TABLE a (one integer);\r\n')
  expect(await migrate(database.owner, folder)).toEqual([])
  await write('1_first', 'CREATE TABLE a (one bigint);\n')
  await write('2_second', 'CREATE TABLE b (one integer)')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/1_first was edited/)
  expect(await query(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }])
})

it('rolls a failing migration back whole, says why, and takes the repaired one', async () => {
  await write('1_first', 'CREATE TABLE a (one integer); SELECT 1/0;')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/1_first failed and was rolled back.*division by zero/)
  expect(await query(`SELECT to_regclass('a') AS a, (SELECT logs FROM "_prisma_migrations" WHERE rolled_back_at IS NOT NULL) AS logs`)).toEqual([{ a: null, logs: 'division by zero' }])
  await write('1_first', 'CREATE TABLE a (one integer);')
  expect(await migrate(database.owner, folder)).toEqual(['1_first'])
})

it('refuses a migration that another tool left half done', async () => {
  await write('1_first', 'CREATE TABLE a (one integer)')
  await migrate(database.owner, folder)
  await query(`UPDATE "_prisma_migrations" SET finished_at = NULL, logs = 'lost power'`)
  await expect(migrate(database.owner, folder)).rejects.toThrow(/1_first failed half-way.*lost power/)
})

it('refuses a database of a newer version, and one that is not ours', async () => {
  await write('1_first', 'CREATE TABLE a (one integer)')
  await write('2_second', 'CREATE TABLE b (one integer)')
  await migrate(database.owner, folder)
  await rm(path.join(folder, '2_second'), { recursive: true })
  await expect(migrate(database.owner, folder)).rejects.toThrow(/2_second.*newer version/)
  await query('DROP TABLE "_prisma_migrations"')
  await expect(migrate(database.owner, folder)).rejects.toThrow(/did not make \("a"\)/)
})

it('two at once: one works, the other waits and finds nothing to do', async () => {
  await write('1_first', 'SELECT pg_sleep(0.3); CREATE TABLE a (one integer)')
  const done = await Promise.all([migrate(database.owner, folder), migrate(database.owner, folder), migrate(database.owner, folder)])
  expect(done.flat()).toEqual(['1_first'])
})

it('gives the app a role of its own exactly the rights that it needs', async () => {
  expect(await migrateForApp(database.app, database.owner)).not.toHaveProperty('warning')
  await asOwner(database.app, async (client) => {
    await client.query(`INSERT INTO "AuditEvent" (kind) VALUES ('paper.setUp')`)
    for (const sql of ['UPDATE "AuditEvent" SET kind = kind', 'DELETE FROM "AuditEvent"', 'TRUNCATE "AuditEvent"', 'SELECT * FROM "_prisma_migrations"']) {
      await expect(client.query(sql)).rejects.toThrow(/permission denied/)
    }
    await expect(client.query('ALTER TABLE "AuditEvent" DISABLE TRIGGER ALL')).rejects.toThrow(/must be owner/)
    await expect(client.query('CREATE TABLE mine (a integer)')).rejects.toThrow(/permission denied/)
    await expect(client.query(`SET session_replication_role = 'replica'`)).rejects.toThrow(/permission denied/)
    const { rows } = await client.query(`SELECT count(*)::int AS owned FROM pg_class WHERE pg_has_role(relowner, 'USAGE') AND relnamespace = 'public'::regnamespace`)
    expect(rows).toEqual([{ owned: 0 }])
  })
  await migrateForApp(database.app, database.owner)
})

it('makes the job queue, which the app may use and not change', async () => {
  await migrateForApp(database.app, database.owner)
  expect(await query(`SELECT name FROM pgboss.queue WHERE policy = 'short'`)).toContainEqual({ name: 'story.due' })
  await asOwner(database.app, async (client) => {
    await client.query(`INSERT INTO pgboss.job (name) VALUES ('story.due')`)
    for (const sql of [`DELETE FROM pgboss.queue`, `INSERT INTO pgboss.queue SELECT * FROM pgboss.queue`, `DELETE FROM "Schedule"`]) await expect(client.query(sql)).rejects.toThrow(/permission denied/)
    // What pg-boss runs again and again to clear up after processes that died: choosing whom to delete needs UPDATE, too.
    await client.query('DELETE FROM pgboss.instance WHERE id IN (SELECT id FROM pgboss.instance FOR UPDATE SKIP LOCKED)')
    await expect(client.query('DROP SCHEMA pgboss CASCADE')).rejects.toThrow(/must be owner/)
  })
  await query('UPDATE pgboss.version SET version = 9999')
  await expect(migrate(database.owner)).rejects.toThrow(/newer version/)
})

it('warns where the app owns its tables', async () => {
  expect((await migrateForApp(database.owner, undefined)).warning).toMatch(/owns its tables/)
  expect((await migrateForApp(database.owner, database.owner)).warning).toMatch(/owns its tables/)
})
