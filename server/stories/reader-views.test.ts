import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { aSection, aStory, done, newestRevision } from '../testing/builders.ts'
import { frontCards } from '../testing/front.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from './moves.ts'
import { readSection } from '../sections/read-section.ts'
import { readAddress } from './reader-views.ts'
import { saveDraft } from './save.ts'

async function currentAddress(storyId: string): Promise<[string, string]> {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  return [sectionSlug, slug]
}

test('a story that is not live is on no front, in no section and at no address', async () => {
  const section = await aSection()
  for (const state of ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED'] as const) await aStory(state, { sectionId: section.id, headline: `Canary ${state}`, slug: `canary-${state.toLowerCase()}` })
  expect(JSON.stringify(await frontCards())).not.toContain('Canary')
  expect(await readSection(section.slug)).toMatchObject({ answer: { stories: [], next: null }, shown: { storyIds: [], staffIds: [] } })
  expect((await readAddress(section.slug, 'canary-approved')).answer).toEqual({ kind: 'none' })
})

test('readers keep seeing the live revision while a newer one is on its way', async () => {
  const { storyId, writer, content } = await aStory('LIVE', { headline: 'What was approved' })
  const { version } = await db().story.findUniqueOrThrow({ where: { id: storyId }, select: { version: true } })
  done(await saveDraft(writer, { storyId, version, content: { ...content, headline: 'Canary of the draft' } }))
  const { answer, shown } = await readAddress(...(await currentAddress(storyId)))
  expect(answer).toMatchObject({ kind: 'story', story: { headline: 'What was approved', updatedAt: null } })
  expect(JSON.stringify(answer)).not.toContain('Canary')
  expect(shown).toEqual({ storyIds: [storyId], staffIds: [writer.staffId], live: false })
})

test('a story that moved answers at its former address with its present one', async () => {
  const story = await aStory('LIVE', { slug: 'first-address' })
  const before = await currentAddress(story.storyId)
  const { version } = await db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { version: true } })
  done(await saveDraft(story.writer, { storyId: story.storyId, version, content: { ...story.content, slug: 'second-address' } }))
  const decision = { storyId: story.storyId, revisionId: await newestRevision(story.storyId) }
  done(await submitStory(story.writer, { ...decision, change: { kind: 'TYPO', note: '' } }))
  done(await sendOn(story.editor, decision))
  done(await approveRevision(story.adviser, decision))
  done(await publishRevision(story.editor, { ...decision, change: { kind: 'TYPO', note: '' } }))
  expect((await readAddress(...before)).answer).toEqual({ kind: 'moved', path: `/${before[0]}/second-address` })
  expect((await readAddress(before[0], 'second-address')).answer).toMatchObject({ kind: 'story', story: { updatedAt: expect.any(String) } })
})

test('a withdrawn story leaves a date and nothing else', async () => {
  const { storyId } = await aStory('WITHDRAWN', { headline: 'Canary withdrawn' })
  const { answer } = await readAddress(...(await currentAddress(storyId)))
  expect(answer).toEqual({ kind: 'withdrawn', at: expect.stringMatching(/^\d{4}-/), statement: '' })
  expect(JSON.stringify(await frontCards())).not.toContain('Canary withdrawn')
})

test('a byline is shown as its bearer wants it, and no account shows through', async () => {
  const story = await aStory('LIVE')
  const address = await currentAddress(story.storyId)
  const bylines = async () => {
    const { answer } = await readAddress(...address)
    return answer.kind === 'story' ? answer.story.bylines : null
  }
  await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Ana Ruiz', bylineForm: 'SHORT' }, select: { id: true } })
  expect(await bylines()).toEqual([{ name: 'Ana R.', credit: 'Staff Writer', onStaff: true }])
  await db().staffMember.update({ where: { id: story.writer.staffId }, data: { bylineForm: 'HIDDEN' }, select: { id: true } })
  expect(await bylines()).toEqual([])
  const { answer } = await readAddress(...address)
  const text = JSON.stringify(answer)
  for (const secret of [story.writer.userId, story.writer.staffId, story.editor.userId, '@school.test', 'Ana Ruiz']) expect(text).not.toContain(secret)
})

test('a section lists its own stories, newest first, and an unknown one is no section', async () => {
  const section = await aSection()
  const older = await aStory('LIVE', { sectionId: section.id, headline: 'Older' })
  await aStory('LIVE', { sectionId: section.id, headline: 'Newer' })
  await aStory('LIVE', { headline: 'Elsewhere' })
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = now() - interval '1 day' WHERE "id" = ${older.storyId}::uuid`
  expect((await readSection(section.slug)).answer).toMatchObject({ kind: 'section', stories: [{ headline: 'Newer' }, { headline: 'Older' }] })
  expect((await readSection('nowhere')).answer).toEqual({ kind: 'none' })
})

test('a live body that does not fit the schema takes only itself off the page', async () => {
  const { storyId, revisionId, adviser } = await aStory('DRAFT', { headline: 'Still here' })
  const body = { type: 'doc', content: [{ type: 'script', text: 'Canary body' }] }
  await db().revision.update({ where: { id: revisionId }, data: { body, frozenAt: new Date() }, select: { id: true } })
  await db().review.create({ data: { storyId, revisionId, byId: adviser.userId, decision: 'APPROVE' }, select: { id: true } })
  await db().story.update({ where: { id: storyId }, data: { liveRevisionId: revisionId, state: 'LIVE', firstPublishedAt: new Date() }, select: { id: true } })
  await db().address.create({ data: { storyId, sectionSlug: 'broken', slug: 'body', current: true }, select: { id: true } })
  expect((await readAddress('broken', 'body')).answer).toMatchObject({ kind: 'story', story: { headline: 'Still here', body: null } })
})

test('a story points to another only while that one is live, and is tagged with it all the same', async () => {
  const other = await aStory('LIVE', { headline: 'Canary of the other' })
  const draft = await aStory('APPROVED', { headline: 'Canary of a draft' })
  const pointTo = (storyId: string) => ({ type: 'relatedStory' as const, attrs: { storyId } })
  const body = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Words.' }] }, pointTo(other.storyId), pointTo(draft.storyId)] }
  const { storyId } = await aStory('LIVE', { body })
  const read = async () => readAddress(...(await currentAddress(storyId)))
  const before = await read()
  expect(before.shown.storyIds).toEqual([storyId, other.storyId, draft.storyId])
  expect(before.answer).toMatchObject({ kind: 'story', story: { related: { [other.storyId]: { headline: 'Canary of the other', path: expect.stringMatching(/^\//) } } } })
  expect(JSON.stringify(before.answer)).not.toContain('Canary of a draft')
  done(await withdrawStory(other.adviser, { storyId: other.storyId, revisionId: await newestRevision(other.storyId), reason: 'A mistake in it.' }))
  expect(JSON.stringify(await read())).not.toContain('Canary of the other')
})
