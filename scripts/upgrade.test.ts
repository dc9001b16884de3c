import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { asOwner, makeDatabase } from '#server/testing/database.ts'
import { verifyChain } from './audit/verify-chain.ts'
import { migrate, migrateForApp } from './migrate.ts'
import { loadPaper, PAPERS, readKept, readPaper } from './upgrade/kept-paper.ts'

const MIGRATIONS = path.join(import.meta.dirname, '../prisma/migrations')

const names = (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort()

/** What says that work is to be done, and nothing that anybody wrote: a migration may ask for some. */
const TO_DO: Readonly<Record<string, string>> = { MediaAsset: 'upkeep' }

/** A folder with the migrations that a version had. */
async function migrationsUpTo(newest: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fourth-period-upgrade-'))
  for (const name of names.filter((one) => one <= newest)) await cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true })
  return folder
}

describe.each((await readdir(PAPERS)).sort())('a paper as %s left it', (file) => {
  const kept = readKept(file)

  it('keeps every row and every value through all later migrations, and its record stays whole', async () => {
    expect(names).toContain(kept.migration)
    const database = await makeDatabase('bare')
    const former = await migrationsUpTo(kept.migration)
    try {
      await migrate(database.owner, former)
      await asOwner(database.owner, (client) => loadPaper(client, kept))
      expect((await migrateForApp(database.app, database.owner)).applied).toEqual(names.filter((name) => name > kept.migration))
      // Columns may have come; what was written is there as it was written.
      const { tables } = await asOwner(database.owner, readPaper)
      for (const [table, rows] of Object.entries(kept.tables)) {
        const written = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column !== TO_DO[table])))
        expect(tables[table], table).toEqual(expect.arrayContaining(written.map((row) => expect.objectContaining(row))))
      }

      await asOwner(database.app, async (client) => {
        const events = kept.tables.AuditEvent?.length ?? 0
        await client.query(`INSERT INTO "AuditEvent" ("kind") VALUES ('paper.settingsChanged')`)
        expect(await verifyChain(client)).toMatchObject({ whole: true, chain: { events: BigInt(events) + 1n } })
        await expect(client.query(`UPDATE "Review" SET "createdAt" = now()`)).rejects.toThrow()
      })
    } finally {
      await database.drop()
      await rm(former, { recursive: true })
    }
  })
})
