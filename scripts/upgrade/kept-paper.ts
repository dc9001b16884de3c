import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'

/** The rows of a whole paper as some version left them, by table; `migration`: the newest that its database had. */
export type KeptPaper = { migration: string; tables: Record<string, object[]> }

/** Where the papers of former versions lie, one file a version. */
export const PAPERS = path.join(import.meta.dirname, 'papers')

const names = async (client: pg.ClientBase) =>
  (await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_prisma%' ORDER BY 1`)).rows.map(({ name }) => name)

/** Every row of a paper, each as PostgreSQL writes it as JSON, in the order of their text so that two runs differ only where the rows do. */
export async function readPaper(client: pg.ClientBase): Promise<KeptPaper> {
  const { rows: [newest] } = await client.query<{ migration: string }>(`SELECT max(migration_name) AS migration FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`)
  const tables: Record<string, object[]> = {}
  for (const name of await names(client)) {
    const { rows } = await client.query<{ row: object }>(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`)
    if (rows.length > 0) tables[name] = rows.map(({ row }) => row)
  }
  return { migration: newest?.migration ?? '', tables }
}

/** Puts the rows of a kept paper into a database of its version, in place of all that is there. `client` is the owner's: no trigger sees it. */
export async function loadPaper(client: pg.ClientBase, { tables }: KeptPaper): Promise<void> {
  const triggers = await client.query<{ off: string; on: string }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS off,
            format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass, CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS on
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled <> 'D'`,
  )
  await client.query('BEGIN')
  for (const { off } of triggers.rows) await client.query(off)
  await client.query(`TRUNCATE ${(await names(client)).map((name) => `"${name}"`).join(', ')}`)
  for (const [name, rows] of Object.entries(tables)) await client.query(`INSERT INTO "${name}" SELECT * FROM jsonb_populate_recordset(null::"${name}", $1::jsonb)`, [JSON.stringify(rows)])
  await client.query(`SELECT setval(pg_get_serial_sequence('"AuditEvent"', 'id'), (SELECT max("id") FROM "AuditEvent"))`)
  for (const { on } of triggers.rows) await client.query(on)
  await client.query('COMMIT')
}

/** A line a row, so that a change of one shows as one. */
export function writeKept(folder: string, { migration, tables }: KeptPaper): string {
  const file = path.join(folder, `${migration}.json`)
  const parts = Object.entries(tables).map(([name, rows]) => `${JSON.stringify(name)}: [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)
  writeFileSync(file, `{ "migration": ${JSON.stringify(migration)}, "tables": {\n${parts.join(',\n')}\n} }\n`)
  return file
}

/** A kept paper of `PAPERS`. */
export function readKept(file: string): KeptPaper {
  const kept: KeptPaper = JSON.parse(readFileSync(path.join(PAPERS, file), 'utf8'))
  return kept
}
