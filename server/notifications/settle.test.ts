import { expect, test } from 'vitest'
import type { Actor } from '#domain/people.ts'
import { db } from '../db.ts'
import { approveRevision, sendOn, submitStory } from '../stories/moves.ts'
import { aStory, done } from '../testing/builders.ts'

const unread = async ({ userId }: Actor, storyId: string) => (await db().notification.findMany({ where: { userId, storyId, readAt: null }, select: { kind: true } })).map(({ kind }) => kind)

test('what waited for somebody is read for everybody once it was done, by whomever', async () => {
  const { storyId, revisionId, writer, editor, adviser } = await aStory('DRAFT')
  const decision = { storyId, revisionId }
  done(await submitStory(writer, decision))
  expect(await unread(editor, storyId)).toEqual(['story.handedIn'])
  done(await sendOn(editor, decision))
  expect(await unread(editor, storyId)).toEqual([])
  expect(await unread(adviser, storyId)).toEqual(['story.review'])
  done(await approveRevision(adviser, decision))
  expect(await unread(adviser, storyId)).toEqual([])
  // What tells of something that happened stays.
  expect(await unread(writer, storyId)).toEqual(['story.approved'])
})
