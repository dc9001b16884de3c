import pg from 'pg'
import { StartProblem } from '../start/steps.ts'
import { largeSteps } from './steps.ts'

/** A school newspaper after six years with a large staff. */
export const LARGE = { stories: 20_000, staff: 300 }

/** Runs one named step of a seeding; tells how long it took, or does not. */
export type RunStep = (name: string, work: () => Promise<unknown>) => Promise<unknown>

/**
 * Fills the database with a large paper: stories of six school years in every state, with assignments, due days, photo requests and
 * pitches. Everything or nothing. Refuses a database that holds stories, unless forced.
 */
export async function seedLarge(connectionString: string, run: RunStep, { force = false, size = LARGE }: { force?: boolean; size?: typeof LARGE } = {}): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM "Story"')
    const there = rows[0]?.n ?? 0
    if (there > 0 && !force) throw new StartProblem(`This database holds ${there} stories. The large paper goes into an empty one; to put it beside them all the same, add --force.`)
    await client.query('BEGIN')
    for (const [name, sql] of largeSteps(size)) await run(name, () => client.query(sql))
    await client.query('COMMIT')
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '23505') throw new StartProblem('This database holds the large paper already.')
    throw error
  } finally {
    await client.end()
  }
}
