import { connection } from 'next/server'
import { db } from '#server/db.ts'
import { log } from '#server/log.ts'

/** 200 when the paper can be read and written; 503 with the reason in words when it cannot. */
export async function GET(): Promise<Response> {
  await connection()
  const headers = { 'cache-control': 'no-store' }
  try {
    await db().$queryRaw`SELECT 1 FROM "Paper" LIMIT 1`
    return Response.json({ ready: true }, { headers })
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'health: the database does not answer')
    return Response.json({ ready: false, reason: 'The database does not answer.' }, { status: 503, headers })
  }
}
