import 'server-only'
import { ROLES, type Actor } from '#domain/people.ts'
import { decide, decideOnStory, type PlainAction, type StoryAction } from '#domain/policy.ts'
import type { Tx } from '../db.ts'
import { reviewRules, signs, storyCase, STORY_STANDING, type StoryStanding } from '../stories/lock.ts'

/** Who is told of what. These read accounts and lock none: a story is locked already, and accounts are always locked before it. */

/** Everybody with an account that is in use. */
export async function everybody(tx: Tx): Promise<Actor[]> {
  const users = await tx.user.findMany({ where: { deactivatedAt: null }, orderBy: { id: 'asc' }, select: { id: true, role: true, staffId: true, staff: { select: { name: true } } } })
  return users.map(({ id, role, staffId, staff }) => ({ userId: id, staffId, role, name: staff.name }))
}

/** Admins hold every right, and are told only where nobody else has it. */
export function sparingAdmins(people: readonly Actor[]): Actor[] {
  const others = people.filter(({ role }) => role !== 'ADMIN')
  return others.length > 0 ? others : [...people]
}

/** Of those who may, the ones whose daily work it is: of the first role that has anybody. */
export function nearest(people: readonly Actor[]): Actor[] {
  const role = ROLES.find((one) => people.some((person) => person.role === one))
  return people.filter((person) => person.role === role)
}

export const ids = (people: readonly Actor[]): string[] => people.map(({ userId }) => userId)

/** Everybody who may do this to a story, as it stands now in this transaction. */
export async function whoMayOn(tx: Tx, action: StoryAction, storyId: string): Promise<Actor[]> {
  const [story, rules, people] = [await tx.story.findUniqueOrThrow({ where: { id: storyId }, select: STORY_STANDING }), await reviewRules(tx), await everybody(tx)]
  return people.filter((person) => decideOnStory(person.role, action, storyCase(person, story, rules)).allowed)
}

/** Everybody who may do this. */
export async function whoMay(tx: Tx, action: PlainAction): Promise<Actor[]> {
  return (await everybody(tx)).filter(({ role }) => decide(role, action).allowed)
}

/** Whose story it is: who began it, is assigned to write it, signs it, or answers for it. */
export async function authorsOf(tx: Tx, story: StoryStanding): Promise<string[]> {
  const bylines = [...(story.workingRevision?.bylines ?? []), ...(story.liveRevision?.bylines ?? [])]
  const writers = story.assignments.map(({ userId }) => userId)
  const began = story.commissioned && writers.some((userId) => userId !== story.createdById) ? [] : [story.createdById]
  return [...new Set([...began, ...writers, ...(story.ownerId === null ? [] : [story.ownerId]), ...(await signersOf(tx, bylines))])]
}

async function signersOf(tx: Tx, bylines: readonly { staffId: string | null; name: string | null }[]): Promise<string[]> {
  // A name that was typed by hand may be anybody's.
  if (bylines.some(({ staffId }) => staffId === null)) return ids((await everybody(tx)).filter((person) => bylines.some((byline) => signs(person, byline))))
  const users = await tx.user.findMany({ where: { staffId: { in: bylines.flatMap(({ staffId }) => staffId ?? []) } }, select: { id: true } })
  return users.map(({ id }) => id)
}

/** Who is assigned to edit a story. */
export async function editorsOf(tx: Tx, storyId: string): Promise<string[]> {
  return (await tx.assignment.findMany({ where: { storyId, part: 'EDITOR', endedAt: null }, select: { userId: true } })).map(({ userId }) => userId)
}
