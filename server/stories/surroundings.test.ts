import { expect, test } from 'vitest'
import { bodyOf } from '#server/testing/searching.ts'
import { db } from '../db.ts'
import { aStory, anActor, done, type TestStory } from '../testing/builders.ts'
import { contentOf, REVISION_CONTENT } from './content.ts'
import { withdrawStory } from './moves.ts'
import { readAddress } from './reader-views.ts'
import { changeDraft } from './save.ts'
import { readSurroundings } from './surroundings.ts'

const addressOf = async ({ storyId }: TestStory) => db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
async function around(story: TestStory) {
  const { sectionSlug, slug } = await addressOf(story)
  return readSurroundings(sectionSlug, slug)
}
const headlines = (cards: readonly { headline: string }[]) => cards.map(({ headline }) => headline)

test('stories with the same tags and signers stand around a story, the likest first, as long as they are live', async () => {
  const writer = await anActor('WRITER')
  const byline = { staffId: writer.staffId, name: null, credit: '' }
  const one = await aStory('LIVE', { headline: 'One', tags: ['Ferry', 'Harbor'], bylines: [byline] })
  const both = await aStory('LIVE', { headline: 'Both tags', tags: ['Harbor', 'Ferry'] })
  await aStory('LIVE', { headline: 'Same signer', tags: ['Chess'], bylines: [byline] })
  await aStory('LIVE', { headline: 'One tag', tags: ['Ferry'] })
  await aStory('LIVE', { headline: 'Unlike', tags: ['Bread'] })
  await aStory('APPROVED', { headline: 'Not out yet', tags: ['Ferry', 'Harbor'] })

  const { surroundings, shown } = await around(one)
  expect(headlines(surroundings.related)).toEqual(['Both tags', 'One tag', 'Same signer'])
  // A withdrawal expires the tag of the story withdrawn; the answer bears it.
  expect(shown.storyIds).toEqual(expect.arrayContaining([one.storyId, both.storyId]))

  done(await withdrawStory(both.adviser, { storyId: both.storyId, revisionId: both.revisionId, reason: 'A test of withdrawing.' }))
  expect(headlines((await around(one)).surroundings.related)).toEqual(['One tag', 'Same signer'])
  await db().staffMember.update({ where: { id: writer.staffId ?? '' }, data: { bylineForm: 'HIDDEN' } })
  expect(headlines((await around(one)).surroundings.related)).toEqual(['One tag'])
})

test('the neighbours of a story are those of its section, by the day that they came out', async () => {
  const first = await aStory('LIVE', { headline: 'First' })
  const { sectionId } = first.content
  const [second, third] = [await aStory('LIVE', { headline: 'Second', sectionId }), await aStory('LIVE', { headline: 'Third', sectionId })]
  await aStory('LIVE', { headline: 'Of another section' })
  const days = [[first, '2031-03-01'], [second, '2031-03-02'], [third, '2031-03-03']] as const
  for (const [{ storyId }, day] of days) await db().story.update({ where: { id: storyId }, data: { firstPublishedAt: new Date(day) } })
  const { surroundings } = await around(second)
  expect([surroundings.previous?.headline, surroundings.next?.headline]).toEqual(['First', 'Third'])
  expect((await around(third)).surroundings.next).toBeNull()
  done(await withdrawStory(third.adviser, { storyId: third.storyId, revisionId: third.revisionId, reason: 'A test of withdrawing.' }))
  expect((await around(second)).surroundings.next).toBeNull()
  const gone = await addressOf(third)
  expect(await readSurroundings(gone.sectionSlug, gone.slug)).toEqual({ surroundings: { related: [], previous: null, next: null }, shown: { storyIds: [], staffIds: [] } })
})

test('a template is a part of the revision: what readers see changes with the next one only, and a broken one is read as standard', async () => {
  const review = { kind: 'review' as const, reviewed: 'book' as const, title: 'The Boats', maker: 'A. Author', where: '', when: '', price: '', rating: 8 }
  const story = await aStory('LIVE', { headline: 'Reviewed', template: review, body: bodyOf('Good.') })
  const { sectionSlug, slug } = await addressOf(story)
  const seen = async () => {
    const { answer } = await readAddress(sectionSlug, slug)
    return answer.kind === 'story' ? answer.story.template : undefined
  }
  expect(await seen()).toEqual(review)
  const { revisionId } = done(await changeDraft(story.editor, story.storyId, (content) => ({ ...content, template: { kind: 'opinion' } })))
  expect(await seen()).toEqual(review)
  const stored = await db().revision.findUniqueOrThrow({ where: { id: revisionId ?? '' }, select: REVISION_CONTENT })
  expect(contentOf(stored).template).toEqual({ kind: 'opinion' })
  expect(contentOf({ ...stored, template: { kind: 'spaceship' } })).not.toHaveProperty('template')
  const { revisionId: next } = done(await changeDraft(story.editor, story.storyId, (content) => Object.assign(structuredClone(content), { template: undefined })))
  expect(contentOf(await db().revision.findUniqueOrThrow({ where: { id: next ?? '' }, select: REVISION_CONTENT }))).not.toHaveProperty('template')
})

test('under an opinion piece stands what its signer says of themselves, as long as their whole name is shown', async () => {
  const writer = await anActor('WRITER')
  await db().staffMember.update({ where: { id: writer.staffId ?? '' }, data: { bio: 'Swims.' } })
  const story = await aStory('LIVE', { headline: 'Opined', template: { kind: 'opinion' }, bylines: [{ staffId: writer.staffId, name: null, credit: '' }] })
  const { sectionSlug, slug } = await addressOf(story)
  const bios = async () => {
    const { answer } = await readAddress(sectionSlug, slug)
    return answer.kind === 'story' ? answer.story.bylines.map(({ bio }) => bio) : undefined
  }
  expect(await bios()).toEqual(['Swims.'])
  await db().staffMember.update({ where: { id: writer.staffId ?? '' }, data: { bylineForm: 'SHORT' } })
  expect(await bios()).toEqual([undefined])
})
