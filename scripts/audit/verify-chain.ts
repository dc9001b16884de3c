import type pg from 'pg'
import type { EventText } from '#domain/audit/canonical.ts'
import { EVENT_TEXT, GENESIS, inHex, linkHash, sameBytes } from '#server/audit/chain.ts'

/** What is wrong with a chain, and where first. `seq`: the place in the chain; null where the event has none. */
export type Break = { kind: 'changed' | 'missing' | 'order' | 'cutOff' | 'unchained' | 'head' | 'expected'; seq: bigint | null; message: string }
export type Chain = { events: bigint; from: string | null; to: string | null; seq: bigint; hash: string; notedAt: bigint | null }
export type Verdict = { whole: true; chain: Chain } | { whole: false; broken: Break }

type LinkRow = { seq: string; previous: Buffer; hash: Buffer; eventId: string } & { [name in keyof EventText]: EventText[name] | null }
type Link = { seq: bigint; previous: Buffer; hash: Buffer; eventId: string; event: EventText | null }

const BATCH = 1000

function linkOf({ seq, previous, hash, eventId, id, at, kind, data, ...rest }: LinkRow): Link {
  const gone = id === null || at === null || kind === null || data === null
  return { seq: BigInt(seq), previous, hash, eventId, event: gone ? null : { ...rest, id, at, kind, data } }
}

/** Every link with its event, in order; only a batch of them is in memory at a time. */
async function* links(client: pg.ClientBase): AsyncGenerator<Link> {
  for (let after = '-9223372036854775808', more = true; more; ) {
    const { rows } = await client.query<LinkRow>(
      `SELECT l."seq"::text AS "seq", l."previous", l."hash", l."eventId"::text AS "eventId", ${EVENT_TEXT.text}
         FROM "AuditLink" l LEFT JOIN "AuditEvent" e ON e."id" = l."eventId" WHERE l."seq" > $1 ORDER BY l."seq" LIMIT ${BATCH}`,
      [after],
    )
    for (const row of rows) yield linkOf(row)
    after = rows.at(-1)?.seq ?? after
    more = rows.length === BATCH
  }
}

const fits = (link: Link, event: EventText) => sameBytes(linkHash(link.previous, event), link.hash)

/** The place that an event was given when it was written, if it is another than where it stands now. */
async function placeOf(client: pg.ClientBase, event: EventText): Promise<bigint | null> {
  for await (const link of links(client)) if (fits(link, event)) return link.seq
  return null
}

const named = (seq: bigint, event: EventText) => `Event ${seq} (id ${event.id}, ${event.kind}, ${event.at})`

async function breakAt(client: pg.ClientBase, link: Link, expected: bigint, previous: Uint8Array): Promise<Break | null> {
  const { seq, event } = link
  if (seq < expected) return { kind: 'order', seq, message: `Event ${seq} stands before the first place of the chain.` }
  if (seq > expected) {
    const which = seq === expected + 1n ? `Event ${expected} is` : `Events ${expected} to ${seq - 1n} are`
    return { kind: 'missing', seq: expected, message: `${which} missing: somebody took ${seq === expected + 1n ? 'it' : 'them'} out of the chain.` }
  }
  if (event === null) return { kind: 'missing', seq, message: `Event ${seq} (id ${link.eventId}) is missing: its place in the chain is there, and it was taken out.` }
  if (!fits(link, event)) {
    const place = await placeOf(client, event)
    if (place !== null) return { kind: 'order', seq, message: `${named(seq, event)} stands in another place than it was written in: it was event ${place}.` }
    return { kind: 'changed', seq, message: `${named(seq, event)} does not say what its hash was made of: it was changed after it was written, or put in by hand.` }
  }
  if (!sameBytes(link.previous, previous)) {
    return { kind: 'order', seq, message: `${named(seq, event)} is as it was written, but not what follows on event ${seq - 1n}: the order was changed, or events before it were taken out or put in.` }
  }
  return null
}

async function breakAtEnd(client: pg.ClientBase, seq: bigint, hash: Uint8Array): Promise<Break | null> {
  const { rows } = await client.query<{ seq: string; hash: Buffer }>('SELECT "seq"::text AS "seq", "hash" FROM "AuditHead"')
  const [head] = rows
  if (head === undefined || rows.length > 1) return { kind: 'head', seq: null, message: 'The end of the chain is not on record: the table "AuditHead" must hold one row.' }
  const known = BigInt(head.seq)
  if (known > seq) return { kind: 'cutOff', seq: seq + 1n, message: `The end is cut off: there were ${known} events, and the last ${known - seq} of them are gone (from event ${seq + 1n} on).` }
  if (known < seq || !sameBytes(head.hash, hash)) return { kind: 'head', seq: known, message: `The end of the chain is on record as event ${known}, which is not how the chain ends (event ${seq}): one of the two was written by hand.` }
  const { rows: [stray] } = await client.query<{ id: string; kind: string }>(
    'SELECT e."id"::text AS "id", e."kind" FROM "AuditEvent" e WHERE NOT EXISTS (SELECT FROM "AuditLink" l WHERE l."eventId" = e."id") ORDER BY e."id" LIMIT 1',
  )
  if (stray !== undefined) return { kind: 'unchained', seq: null, message: `The event with id ${stray.id} (${stray.kind}) has no place in the chain: it was put in past it.` }
  return null
}

async function walk(client: pg.ClientBase, noted: string | null): Promise<Verdict> {
  let [seq, hash, from, to, notedAt]: [bigint, Uint8Array, string | null, string | null, bigint | null] = [0n, GENESIS, null, null, null]
  for await (const link of links(client)) {
    const broken = await breakAt(client, link, seq + 1n, hash)
    if (broken !== null) return { whole: false, broken }
    seq = link.seq
    hash = link.hash
    to = link.event?.at ?? to
    from ??= to
    if (noted !== null && inHex(hash) === noted) notedAt = seq
  }
  const broken = await breakAtEnd(client, seq, hash)
  if (broken !== null) return { whole: false, broken }
  if (noted !== null && notedAt === null) {
    return { whole: false, broken: { kind: 'expected', seq: null, message: 'The noted hash is not in the chain: what was noted then has been cut off or written anew since.' } }
  }
  return { whole: true, chain: { events: seq, from, to, seq, hash: inHex(hash), notedAt } }
}

/**
 * Follows the whole chain of the audit trail, as it stands in one moment, and names the first break. `noted`: a hash in hexadecimal that was
 * the end of the chain once. The client's session is given back as it was.
 */
export async function verifyChain(client: pg.ClientBase, { noted = null }: { noted?: string | null } = {}): Promise<Verdict> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    return await walk(client, noted)
  } finally {
    await client.query('ROLLBACK')
  }
}
