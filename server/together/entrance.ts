import 'server-only'
import { OutgoingMessage, type onAuthenticatePayload } from '@hocuspocus/server'
import { parseSharedDraftName, type RefusalReason, type ToEditor } from '#domain/together/messages.ts'
import { log, reasonOf } from '../log.ts'
import { draftGeneration } from '../stories/shared-draft.ts'
import { CLOSE_CODES, type Context, type Visit } from './editor.ts'
import { actorStill, rightsOn, SIGNED_OUT_ENDING, storyNow, type Ending } from './standing.ts'

/** Thrown inside a hook of Hocuspocus. Without a message, since it prints those. */
export class Refused extends Error {
  readonly reason: RefusalReason
  readonly code: number
  constructor(reason: RefusalReason) {
    super('')
    this.reason = reason
    this.code = reason === 'signed-out' ? CLOSE_CODES['signed-out'] : reason === 'forbidden' ? CLOSE_CODES.forbidden : CLOSE_CODES.reset
  }
}

/** Tells why, and closes once Hocuspocus has passed the refusal on. */
function turnAway(visit: Visit, documentName: string, reason: RefusalReason, ending?: Ending): Refused {
  if (ending !== undefined) {
    const message: ToEditor = { type: 'ended', reason: ending.reason, message: ending.message }
    visit.socket.send(new OutgoingMessage(documentName).writeStateless(JSON.stringify(message)).toUint8Array())
  }
  const refused = new Refused(reason)
  setImmediate(() => visit.socket.close(refused.code, reason))
  log.info({ requestId: visit.requestId, reason }, 'together: turned away')
  return refused
}

/**
 * Lets somebody in to one story, as domain/policy.ts says now: whoever may read it, and to write whoever may edit it. The
 * token names the person whose page it is: nobody else is let in with it.
 */
export async function letIn({ context: { visit }, documentName, token, connectionConfig }: onAuthenticatePayload<Context>): Promise<void> {
  const name = parseSharedDraftName(documentName)
  if (visit.introduced || name === null) throw turnAway(visit, documentName, 'forbidden')
  visit.introduced = true
  const { session } = visit
  if (session === null || (token !== '' && token !== session.actor.userId)) throw turnAway(visit, documentName, 'signed-out', SIGNED_OUT_ENDING)
  const [actor, now, generation] = await Promise.all([actorStill(session, Date.now()), storyNow(name.storyId), draftGeneration(name.storyId)]).catch((error: unknown) => {
    log.error({ requestId: visit.requestId, reason: reasonOf(error) }, 'together: could not ask for rights')
    throw turnAway(visit, documentName, 'busy')
  })
  const rights = rightsOn(actor, now)
  if (rights.ended !== null) throw turnAway(visit, documentName, rights.ended.reason === 'signed-out' ? 'signed-out' : 'forbidden', rights.ended)
  if (generation !== name.generation) throw turnAway(visit, documentName, 'generation')
  connectionConfig.readOnly = !rights.mayEdit
}
