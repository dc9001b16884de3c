import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { hourOf, isProgram, storyRead } from '#domain/reads/reading.ts'
import { db } from '../db.ts'
import { log, reasonOf } from '../log.ts'

/** What was counted and is not stored yet: by hour and place. A process that is killed loses some seconds of it. */
type Held = Map<string, { hour: Date; sectionSlug: string; slug: string; count: number }>
type Memory = { held: Held; salt: Buffer; saltOf: string; perStory: RateLimiterMemory; perAddress: RateLimiterMemory }

const KEY = Symbol.for('fourth-period.reads')
type Holder = { [KEY]?: Memory }
const holder = globalThis as Holder

/** One address can be a whole school; for one story it counts so often in an hour, and for all so often in a minute. */
const OF_ONE_STORY = { points: 120, duration: 3_600 }
const OF_ALL = { points: 300, duration: 60 }
/** So many places are held at most between two times of storing: made-up ones fill no memory. */
const MOST_HELD = 5_000

function memory(): Memory {
  return (holder[KEY] ??= { held: new Map(), salt: randomBytes(32), saltOf: '', perStory: new RateLimiterMemory({ keyPrefix: 'story', ...OF_ONE_STORY }), perAddress: new RateLimiterMemory({ keyPrefix: 'address', ...OF_ALL }) })
}

/** An address in a form that tells nothing, and something else tomorrow: hashed with a secret that lives in memory for a day. */
function keyOf(address: string, now: Date): string {
  const known = memory()
  const day = now.toISOString().slice(0, 10)
  if (known.saltOf !== day) Object.assign(known, { salt: randomBytes(32), saltOf: day })
  return createHmac('sha256', known.salt).update(address).digest('base64url')
}

async function allowed(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key)
    return true
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false
    throw refused
  }
}

/** Counts that a page of the paper was read. Answers whether it counted; neither address nor agent is kept. */
export async function countRead({ path, address, agent, now }: { path: string; address: string; agent: string | null; now: Date }): Promise<boolean> {
  const place = isProgram(agent) ? null : storyRead(path)
  if (place === null) return false
  const { held, perStory, perAddress } = memory()
  const key = keyOf(address, now)
  if (!(await allowed(perAddress, key)) || !(await allowed(perStory, `${key} ${path}`))) return false
  const hour = hourOf(now)
  const name = `${hour.toISOString()} ${path}`
  const known = held.get(name)
  if (known === undefined && held.size >= MOST_HELD) return false
  held.set(name, { hour, ...place, count: (known?.count ?? 0) + 1 })
  return true
}

/** Stores what was counted, for stories that are live; anything else was no story. Whatever cannot be stored now is held for the next time. */
export async function storeReads(): Promise<void> {
  const known = memory()
  if (known.held.size === 0) return
  const taken = known.held
  known.held = new Map()
  const rows = [...taken.values()]
  try {
    await db().$executeRaw`
      INSERT INTO "StoryRead" ("storyId", "hour", "count")
      SELECT "Story"."id", seen."hour", sum(seen."count")::integer
        FROM unnest(${rows.map(({ sectionSlug }) => sectionSlug)}::text[], ${rows.map(({ slug }) => slug)}::text[], ${rows.map(({ hour }) => hour.toISOString())}::timestamptz[], ${rows.map(({ count }) => count)}::integer[]) AS seen("sectionSlug", "slug", "hour", "count")
        JOIN "Address" ON "Address"."sectionSlug" = seen."sectionSlug" AND "Address"."slug" = seen."slug"
        JOIN "Story" ON "Story"."id" = "Address"."storyId" AND "Story"."liveRevisionId" IS NOT NULL AND "Story"."kind" = 'STORY'
       WHERE (SELECT "countsReads" FROM "Paper" WHERE "id" = 1)
       GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT ("storyId", "hour") DO UPDATE SET "count" = "StoryRead"."count" + EXCLUDED."count"`
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'reads: could not be stored, and will be tried again')
    for (const [name, row] of taken) {
      const since = known.held.get(name)
      if (since !== undefined || known.held.size < MOST_HELD) known.held.set(name, { ...row, count: row.count + (since?.count ?? 0) })
    }
  }
}
