import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { asOwner, makeDatabase, type TestDatabase } from '#server/testing/database.ts'
import { verifyChain, type Verdict } from './audit/verify-chain.ts'

const STORY = randomUUID()
const ODD = JSON.stringify({ b: 1, a: ['“é” 漢 👩‍👧', 1.50, 1e3, null, true], '': { nested: '\t"\\' } })

/** Writes events one after the other: odd ones, with nothing and with everything in their fields. */
async function write(client: pg.Client, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) {
    const full = n % 2 === 0
    await client.query('INSERT INTO "AuditEvent" ("kind", "actorId", "storyId", "revisionId", "subjectId", "data") VALUES ($1, $2, $3, $4, $5, $6)', [
      full ? 'story.edited' : 'paper.setUp', full ? randomUUID() : null, full ? STORY : null, full ? randomUUID() : null, full ? 'a:b,c' : n % 3 === 0 ? '' : null, full ? ODD : '{}',
    ])
  }
}

const verdictOf = (database: TestDatabase, noted?: string): Promise<Verdict> => asOwner(database.app, (client) => verifyChain(client, noted === undefined ? {} : { noted }))

const UNLOCKED = ['AuditEvent', 'AuditLink', 'AuditHead'].map((table) => `ALTER TABLE "${table}" DISABLE TRIGGER ALL`).join(';')

/** What is said of a chain of ten events after its owner, with every trigger off, did this. */
async function after(sql: string): Promise<Verdict> {
  const database = await makeDatabase()
  await asOwner(database.owner, async (client) => {
    await write(client, 10)
    await client.query(`${UNLOCKED}; ${sql}`)
  })
  const verdict = await verdictOf(database)
  await database.drop()
  return verdict
}

describe('a chain that nobody touched', () => {
  it('verifies, empty and long, and in the role of the app', async () => {
    const database = await makeDatabase()
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 0n, from: null } })
    await asOwner(database.owner, (client) => write(client, 25))
    const verdict = await verdictOf(database)
    expect(verdict).toMatchObject({ whole: true, chain: { events: 25n, seq: 25n, notedAt: null } })
    await database.drop()
  })

  it('verifies over more events than are read at once', async () => {
    const database = await makeDatabase()
    await asOwner(database.owner, (client) => client.query(`INSERT INTO "AuditEvent" ("kind") SELECT 'story.edited' FROM generate_series(1, 2500)`))
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 2500n } })
    await database.drop()
  })

  it('takes what one transaction wrote in its order, a part of it taken back and a great many at once', async () => {
    const database = await makeDatabase()
    await asOwner(database.app, async (client) => {
      await client.query('BEGIN')
      await write(client, 2)
      await client.query('SAVEPOINT one')
      await write(client, 2)
      await client.query('SAVEPOINT two')
      await write(client, 1)
      await client.query('ROLLBACK TO SAVEPOINT two')
      await client.query('RELEASE SAVEPOINT one')
      await write(client, 3)
      await client.query(`INSERT INTO "AuditEvent" ("kind") SELECT 'story.edited' FROM generate_series(1, 5000)`)
      await client.query('COMMIT')
    })
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 5007n } })
    await database.drop()
  })

  it('is one row after the other, though eight write at once and commit in another order than their ids', async () => {
    const database = await makeDatabase()
    await Promise.all(
      Array.from({ length: 8 }, (_, who) =>
        asOwner(database.app, async (client) => {
          for (let n = 0; n < 25; n += 1) {
            await client.query('BEGIN')
            await client.query('INSERT INTO "AuditEvent" ("kind", "subjectId") VALUES ($1, $2)', ['story.edited', `${who}/${n}`])
            await client.query('SELECT pg_sleep(random() * 0.01)')
            await client.query(n % 5 === 4 ? 'ROLLBACK' : 'COMMIT')
          }
        }),
      ),
    )
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 160n, seq: 160n } })
    const rows = await asOwner(database.owner, async (client) => (await client.query<{ id: string }>('SELECT "eventId" AS id FROM "AuditLink" ORDER BY "seq"')).rows)
    const ids = rows.map(({ id }) => Number(id))
    expect(ids).not.toEqual(ids.toSorted((a, b) => a - b))
    await database.drop()
  })

  it('verifies with 200 events from 8 connections at once', async () => {
    const database = await makeDatabase()
    await Promise.all(Array.from({ length: 8 }, () => asOwner(database.app, (client) => write(client, 25))))
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 200n } })
    await database.drop()
  })

  it('makes nobody wait for each other: locks taken after an event are taken before the chain', async () => {
    const database = await makeDatabase()
    await asOwner(database.owner, (client) => client.query(`INSERT INTO "Paper" ("id", "name", "updatedAt") VALUES (1, 'A paper', now())`))
    const [one, two] = [new pg.Client({ connectionString: database.app }), new pg.Client({ connectionString: database.app })]
    await Promise.all([one.connect(), two.connect()])
    for (const client of [one, two]) await client.query('BEGIN')
    await two.query('SELECT 1 FROM "Paper" FOR UPDATE')
    await one.query(`INSERT INTO "AuditEvent" ("kind") VALUES ('story.edited')`)
    const waiting = one.query('SELECT 1 FROM "Paper" FOR UPDATE')
    await two.query(`INSERT INTO "AuditEvent" ("kind") VALUES ('story.edited')`)
    await two.query('COMMIT')
    await waiting
    await one.query('COMMIT')
    await Promise.all([one.end(), two.end()])
    expect(await verdictOf(database)).toMatchObject({ whole: true, chain: { events: 2n } })
    await database.drop()
  })
})

describe('a chain that its owner broke', () => {
  const linkOf = (seq: number) => `(SELECT "eventId" FROM "AuditLink" WHERE "seq" = ${seq})`
  it.each<[string, string, { kind: string; seq: bigint | null; says: RegExp }]>([
    ['changed what it says', `UPDATE "AuditEvent" SET "data" = '{"to": "LIVE"}' WHERE "id" = ${linkOf(4)}`, { kind: 'changed', seq: 4n, says: /^Event 4 .*changed after it was written/ }],
    ['changed who', `UPDATE "AuditEvent" SET "actorId" = NULL WHERE "id" = ${linkOf(6)}`, { kind: 'changed', seq: 6n, says: /^Event 6 / }],
    ['changed when, by a thousandth', `UPDATE "AuditEvent" SET "at" = "at" + interval '1 ms' WHERE "id" = ${linkOf(5)}`, { kind: 'changed', seq: 5n, says: /^Event 5 / }],
    ['made nothing of empty', `UPDATE "AuditEvent" SET "subjectId" = NULL WHERE "id" = ${linkOf(3)}`, { kind: 'changed', seq: 3n, says: /^Event 3 / }],
    ['changed the first', `UPDATE "AuditEvent" SET "kind" = 'x' WHERE "id" = ${linkOf(1)}`, { kind: 'changed', seq: 1n, says: /^Event 1 / }],
    ['took one out of the middle, its link too', `DELETE FROM "AuditLink" WHERE "seq" = 5; DELETE FROM "AuditEvent" WHERE "id" NOT IN (SELECT "eventId" FROM "AuditLink")`, { kind: 'missing', seq: 5n, says: /^Event 5 is missing/ }],
    ['took three out', `DELETE FROM "AuditLink" WHERE "seq" BETWEEN 3 AND 5`, { kind: 'missing', seq: 3n, says: /^Events 3 to 5 are missing/ }],
    ['took one out and left its link', `DELETE FROM "AuditEvent" WHERE "id" = ${linkOf(7)}`, { kind: 'missing', seq: 7n, says: /^Event 7 .*is missing/ }],
    ['took one out and closed the gap', `DELETE FROM "AuditLink" WHERE "seq" = 5; UPDATE "AuditLink" SET "seq" = -"seq" WHERE "seq" > 5; UPDATE "AuditLink" SET "seq" = -"seq" - 1 WHERE "seq" < 0`, { kind: 'order', seq: 5n, says: /not what follows on event 4/ }],
    ['took the first out and closed the gap', `DELETE FROM "AuditLink" WHERE "seq" = 1; UPDATE "AuditLink" SET "seq" = -"seq"; UPDATE "AuditLink" SET "seq" = -"seq" - 1`, { kind: 'order', seq: 1n, says: /^Event 1 / }],
    ['took the last out', `DELETE FROM "AuditLink" WHERE "seq" = 10; DELETE FROM "AuditEvent" WHERE "id" NOT IN (SELECT "eventId" FROM "AuditLink")`, { kind: 'cutOff', seq: 10n, says: /there were 10 events, and the last 1 of them/ }],
    ['took all out', 'DELETE FROM "AuditLink"; DELETE FROM "AuditEvent"', { kind: 'cutOff', seq: 1n, says: /the last 10 of them are gone/ }],
    ['swapped two places', 'UPDATE "AuditLink" SET "seq" = -5 WHERE "seq" = 5; UPDATE "AuditLink" SET "seq" = 5 WHERE "seq" = 6; UPDATE "AuditLink" SET "seq" = 6 WHERE "seq" = -5', { kind: 'order', seq: 5n, says: /the order was changed/ }],
    ['swapped two events between their places', `UPDATE "AuditLink" SET "eventId" = 99 WHERE "seq" = 5; UPDATE "AuditLink" SET "eventId" = 5 WHERE "seq" = 6; UPDATE "AuditLink" SET "eventId" = 6 WHERE "seq" = 5`, { kind: 'order', seq: 5n, says: /^Event 5 .*it was event 6/ }],
    ['put one behind the end, with a hash of their own', `INSERT INTO "AuditEvent" ("id", "kind") VALUES (99, 'x'); INSERT INTO "AuditLink" SELECT 11, 99, "hash", sha256('forged') FROM "AuditLink" WHERE "seq" = 10; UPDATE "AuditHead" SET "seq" = 11, "hash" = sha256('forged')`, { kind: 'changed', seq: 11n, says: /put in by hand/ }],
    ['put one before the first', `INSERT INTO "AuditEvent" ("id", "kind") VALUES (99, 'x'); INSERT INTO "AuditLink" SELECT 0, 99, "previous", "hash" FROM "AuditLink" WHERE "seq" = 1`, { kind: 'order', seq: 0n, says: /before the first place/ }],
    ['put one in past the chain', `INSERT INTO "AuditEvent" ("id", "kind") VALUES (99, 'x')`, { kind: 'unchained', seq: null, says: /id 99 .*past it/ }],
    ['took the record of the end away', 'DELETE FROM "AuditHead"', { kind: 'head', seq: null, says: /not on record/ }],
    ['changed the record of the end', `UPDATE "AuditHead" SET "hash" = sha256('other')`, { kind: 'head', seq: 10n, says: /written by hand/ }],
  ])('is named: %s', async (_name, sql, { kind, seq, says }) => {
    expect(await after(sql)).toEqual({ whole: false, broken: { kind, seq, message: expect.stringMatching(says) } })
  })

  it('is named by a noted hash, where the chain was made anew from the middle on', async () => {
    const database = await makeDatabase()
    const noted = await asOwner(database.owner, async (client) => {
      await write(client, 5)
      const { rows } = await client.query<{ hash: string }>(`SELECT encode("hash", 'hex') AS "hash" FROM "AuditHead"`)
      await write(client, 2)
      return rows[0]?.hash ?? ''
    })
    expect(await verdictOf(database, noted)).toMatchObject({ whole: true, chain: { events: 7n, notedAt: 5n } })
    await asOwner(database.owner, (client) =>
      client.query(`${UNLOCKED}; DELETE FROM "AuditLink" WHERE "seq" > 4; DELETE FROM "AuditEvent" WHERE "id" NOT IN (SELECT "eventId" FROM "AuditLink");
        UPDATE "AuditHead" SET "seq" = 4, "hash" = (SELECT "hash" FROM "AuditLink" WHERE "seq" = 4); ALTER TABLE "AuditEvent" ENABLE TRIGGER ALL; INSERT INTO "AuditEvent" ("kind") VALUES ('x')`),
    )
    expect(await verdictOf(database)).toMatchObject({ whole: true })
    expect(await verdictOf(database, noted)).toMatchObject({ whole: false, broken: { kind: 'expected', message: expect.stringMatching(/cut off or written anew/) } })
    await database.drop()
  })
})

describe('npm run audit:verify', () => {
  const run = (database: TestDatabase, ...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const program = [ '--conditions=react-server', path.join(import.meta.dirname, 'audit-verify.ts'), ...args]
      execFile(process.execPath, program, { env: { ...process.env, DATABASE_URL: database.app } }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1, stdout, stderr }),
      )
    })

  it('says that the chain is whole and how it ends, or what is wrong first', async () => {
    const database = await makeDatabase()
    await asOwner(database.owner, (client) => write(client, 3))
    const whole = await run(database)
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringMatching(/^✓ The audit trail is whole: 3 events, from \d{4}-.*Z to \d{4}-.*Z \(UTC\)\.\n {2}Its end: event 3, hash [0-9a-f]{64}\n/), stderr: '' })
    const hash = /[0-9a-f]{64}/.exec(whole.stdout)?.[0] ?? ''
    expect((await run(database, '--expect', hash)).stdout).toContain('The noted hash is that of event 3; 0 came after it.')
    expect(await run(database, '--expect', 'ab')).toMatchObject({ code: 2, stderr: expect.stringContaining('64 digits') })
    expect(await run(database, '--all')).toMatchObject({ code: 2, stderr: expect.stringContaining('Usage') })
    await asOwner(database.owner, (client) => client.query(`${UNLOCKED}; UPDATE "AuditEvent" SET "kind" = 'x' WHERE "id" = 2`))
    expect(await run(database)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('✗ The audit trail is broken. Event 2') })
    await database.drop()
  })

  it('says when it could not look', async () => {
    const database = await makeDatabase('bare')
    expect(await run(database)).toMatchObject({ code: 2, stderr: expect.stringContaining('no chained audit trail yet') })
    await database.drop()
    expect(await run(database)).toMatchObject({ code: 2 })
  }, 30_000)
})
