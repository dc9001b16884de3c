/**
 * What an audit event says, as the text that is hashed. "audit_canonical" in the database makes the same, byte for byte; the fields come
 * as the database prints them.
 */

/** The columns of an event as texts. `at`: UTC with three digits of a second, "2026-11-24T18:42:00.000Z"; `data`: as jsonb prints itself. */
export type EventText = {
  id: string
  at: string
  actorId: string | null
  kind: string
  storyId: string | null
  revisionId: string | null
  subjectId: string | null
  data: string
}

const encoder = new TextEncoder()

/** A netstring (D. J. Bernstein, 1997): no text can pass for two, and nothing is not the same as empty. */
function netstring(value: string | null): string {
  return value === null ? '-,' : `${encoder.encode(value).length}:${value},`
}

/** The canonical text of an event; its UTF-8 bytes are hashed behind the hash of the event before. */
export function canonicalText(event: EventText): string {
  const { id, at, actorId, kind, storyId, revisionId, subjectId, data } = event
  return `audit event 1,${[id, at, actorId, kind, storyId, revisionId, subjectId, data].map(netstring).join('')}`
}
