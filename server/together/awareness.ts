import 'server-only'
import type { Connection, Document } from '@hocuspocus/server'
import { z } from 'zod'
import type { Actor } from '#domain/people.ts'
import { BODY } from '#domain/together/shared-draft.ts'

const id = z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullable()
/** A relative position of Yjs in the text, as it comes out of JSON. The editors of the others take whatever they are told for one, and stop at anything else. */
const position = z
  .object({ type: id, tname: z.literal(BODY).nullable(), item: id, assoc: z.int().min(-1).max(1) })
  .refine(({ type, tname, item }) => type !== null || tname !== null || item !== null)
const cursorSchema = z.object({ anchor: position, head: position }).nullable().catch(null)

/** A page has one; a second one may be seen for a moment while a connection is replaced. */
const MAX_CLIENTS = 4
const COLOR = /^#[0-9a-f]{6}$/i

/**
 * Makes true what an editor tells the others of itself: who somebody is comes from their session, and of the rest only
 * the place of the cursor, in the text or in a field, is passed on. `states` is changed in place; what claims to be somebody else's page is taken out.
 */
export function correctAwareness(states: Map<number, Record<string, unknown>>, of: { actor: Actor; isOthers: (clientId: number) => boolean; known: ReadonlySet<number> }): void {
  let room = MAX_CLIENTS - of.known.size
  for (const [clientId, said] of states) {
    if (of.isOthers(clientId) || (!of.known.has(clientId) && (room -= 1) < 0)) {
      states.delete(clientId)
      continue
    }
    states.set(clientId, { user: { userId: of.actor.userId, name: of.actor.name, color: colorOf(said) }, cursor: cursorSchema.parse(said.cursor), ...fieldOf(said) })
  }
}

function colorOf({ user }: Record<string, unknown>): string {
  const color = typeof user === 'object' && user !== null && 'color' in user ? user.color : undefined
  return typeof color === 'string' && COLOR.test(color) ? color : '#555555'
}

/** The form field that somebody is in, by the end of its id, such as `deck` or `image-2-alt`. */
function fieldOf({ field }: Record<string, unknown>): { field?: string } {
  return typeof field === 'string' && /^[a-z0-9-]{1,40}$/.test(field) ? { field } : {}
}

/** Whether a page is shown by another person's connection. */
export function isShownByOthers(document: Document, clientId: number, userId: string, userIdOf: (connection: Connection) => string | undefined): boolean {
  return document.getConnections().some((connection) => document.getClients(connection).has(clientId) && userIdOf(connection) !== userId)
}
