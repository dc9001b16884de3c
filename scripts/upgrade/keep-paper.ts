import pg from 'pg'
import { PAPERS, readPaper, writeKept } from './kept-paper.ts'

/**
 * Keeps the paper of DATABASE_URL as what a paper of this version may look like; from then on the tests upgrade it with every later
 * migration. Once for each version that is given out, with the demo paper in the database.
 * Run: DATABASE_URL=… node scripts/upgrade/keep-paper.ts
 */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
try {
  const kept = await readPaper(client)
  console.log(`Kept in ${writeKept(PAPERS, kept)}`)
  for (const [name, rows] of Object.entries(kept.tables)) console.log(`  ${String(rows.length).padStart(5)} ${name}`)
} finally {
  await client.end()
}
