import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '#domain/people.ts'
import type { StoryContent } from '#domain/story.ts'
import type { StoryState } from '#domain/workflow.ts'
import { db } from '../db.ts'
import { createStory } from '../stories/commands.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'

/** Builders for tests: functions with defaults and unique values that go through the commands. */

let people = 0

/** Somebody of this role who can sign in. */
export async function anActor(role: Role, name = `Test Person ${(people += 1)}`): Promise<Actor> {
  const staff = await db().staffMember.create({ data: { name, handle: `person-${randomUUID()}` }, select: { id: true } })
  const user = await db().user.create({ data: { email: `${randomUUID()}@school.test`, role, staffId: staff.id }, select: { id: true } })
  await db().paper.upsert({ where: { id: 1 }, create: { id: 1, name: 'Test Paper' }, update: {}, select: { id: true } })
  return { userId: user.id, staffId: staff.id, role, name }
}

/** A section of its own. */
export async function aSection(name = 'News'): Promise<{ id: string; slug: string }> {
  const slug = `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`
  return db().section.create({ data: { slug, name, position: 1 }, select: { id: true, slug: true } })
}

/** Content that meets every publish check, signed by `actor`. */
export async function wholeContent(actor: Actor, change: Partial<StoryContent> = {}): Promise<StoryContent> {
  return {
    headline: `A headline ${randomUUID().slice(0, 8)}`,
    deck: 'What it is about.',
    slug: '',
    sectionId: (await aSection()).id,
    tags: ['School life'],
    bylines: [{ staffId: actor.staffId, name: null, credit: 'Staff Writer' }],
    lead: null,
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The bell rang at noon.' }] }] },
    ...change,
  }
}

/** The newest revision of a story. */
export async function newestRevision(storyId: string): Promise<string> {
  const story = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { workingRevisionId: true } })
  if (story.workingRevisionId === null) throw new Error('the story has no revision')
  return story.workingRevisionId
}

/** Unwraps a command's answer; a refusal fails the test with its words. */
export function done<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
  return result as Extract<T, { ok: true }>
}

export type TestStory = { storyId: string; revisionId: string; writer: Actor; editor: Actor; adviser: Actor; content: StoryContent }

/** A story taken as far as `state`, by a writer, an editor and an adviser of its own. */
export async function aStory(state: StoryState = 'DRAFT', change: Partial<StoryContent> = {}): Promise<TestStory> {
  const [writer, editor, adviser] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER')]
  const content = await wholeContent(writer, change)
  const { storyId, revisionId } = done(await createStory(writer, { content }))
  const decision = { storyId, revisionId }
  const steps: [StoryState, () => Promise<unknown>][] = [
    ['DRAFT', async () => undefined],
    ['EDITING', async () => done(await submitStory(writer, decision))],
    ['REVIEW', async () => done(await sendOn(editor, decision))],
    ['APPROVED', async () => done(await approveRevision(adviser, decision))],
    ['LIVE', async () => done(await publishRevision(editor, decision))],
    ['WITHDRAWN', async () => done(await withdrawStory(adviser, { ...decision, reason: 'A test of withdrawing.' }))],
  ]
  for (const [name, step] of steps) {
    await step()
    if (name === state) break
  }
  return { storyId, revisionId, writer, editor, adviser, content }
}

/** A live story with a newer version, `next`, that was approved. */
export async function approvedAgain(): Promise<TestStory & { next: { storyId: string; revisionId: string } }> {
  const story = await aStory('LIVE')
  const { storyId } = story
  done(await changeDraft(story.writer, storyId, (content) => ({ ...content, deck: 'Put right.' })))
  const next = { storyId, revisionId: await newestRevision(storyId) }
  done(await submitStory(story.writer, { ...next, change: { kind: 'TYPO', note: '' } }))
  done(await sendOn(story.editor, next))
  done(await approveRevision(story.adviser, next))
  return { ...story, next }
}
