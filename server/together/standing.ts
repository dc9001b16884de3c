import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, decideOnStory, SIGNED_OUT } from '#domain/policy.ts'
import type { ReviewRules } from '#domain/review-policy.ts'
import type { EndReason } from '#domain/together/messages.ts'
import { stateAfterEdit } from '#domain/workflow.ts'
import { db, type Tx } from '../db.ts'
import { actorOfClaims } from '../auth/session-claims.ts'
import type { SocketSession } from '../auth/socket-session.ts'
import { reviewRules, storyCase, STORY_STANDING, type StoryStanding } from '../stories/lock.ts'

/** A story as rights on it are judged, read once for everybody who has it open. */
export type StoryNow = { story: StoryStanding; policy: ReviewRules }

/** How a story stands now; null: there is none. */
export async function storyNow(storyId: string): Promise<StoryNow | null> {
  const [story, policy] = await Promise.all([db().story.findUnique({ where: { id: storyId }, select: STORY_STANDING }), reviewRules(db())])
  return story === null ? null : { story, policy }
}

/** Who holds this session now (ms since 1970), with the role that they have now; null: it has ended. */
export async function actorStill(session: SocketSession, now: number, client?: Pick<Tx, 'user'>): Promise<Actor | null> {
  return session.endsAt <= now ? null : actorOfClaims(session.claims, client)
}

export type Ending = { reason: EndReason; message: string }
export type Rights = { ended: Ending } | { ended: null; mayEdit: boolean }

export const SIGNED_OUT_ENDING: Ending = { reason: 'signed-out', message: SIGNED_OUT }

/** What somebody may do with a story that they have open, as domain/policy.ts says. */
export function rightsOn(actor: Actor | null, now: StoryNow | null): Rights {
  if (actor === null) return { ended: SIGNED_OUT_ENDING }
  if (now === null) return { ended: { reason: 'forbidden', message: 'There is no such story.' } }
  const on = storyCase(actor, now.story, now.policy)
  const enters = decide(actor.role, 'enterNewsroom')
  const reads = enters.allowed ? decideOnStory(actor.role, 'readStory', on) : enters
  if (!reads.allowed) return { ended: { reason: 'forbidden', message: reads.reason } }
  return { ended: null, mayEdit: decideOnStory(actor.role, 'editStory', on).allowed }
}

export const WITHDRAWN_ENDING: Ending = { reason: 'withdrawn', message: 'The story was withdrawn. It can no longer be changed.' }

/** Whether nobody can change the story any more. */
export function isClosed({ story }: StoryNow): boolean {
  return stateAfterEdit(story.state) === null
}
