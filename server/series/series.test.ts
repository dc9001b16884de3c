import { expect, it } from 'vitest'
import { db } from '../db.ts'
import { tags } from '../stories/cache.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { readAddress } from '../stories/reader-views.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { addPart, makeSeries, movePart, wordSeries } from './commands.ts'
import { readSeries } from './read-series.ts'
import { seriesLines, storiesToAdd } from './queries.ts'

const editor = await anActor('EDITOR')

async function series(title = 'The water') {
  const { seriesId } = done(await makeSeries(editor, { title, description: 'Three parts.' }))
  return { seriesId, slug: (await db().series.findUniqueOrThrow({ where: { id: seriesId }, select: { slug: true } })).slug }
}

async function lineOf(storyId: string) {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  const { answer } = await readAddress(sectionSlug, slug)
  return answer.kind === 'story' ? answer.story.series : answer.kind
}

it('readers see the live parts alone, in their order, on its page and on each part', async () => {
  const { seriesId, slug } = await series()
  const [first, second] = [await aStory('LIVE', { headline: 'Where it comes from' }), await aStory('LIVE', { headline: 'Where it goes' })]
  const draft = await aStory('DRAFT', { headline: 'Canary of a part' })
  expect((await readSeries(slug)).series).toBeNull()
  for (const { storyId } of [second, draft]) done(await addPart(editor, { seriesId, storyId }))
  // One part is no series to speak of yet.
  expect(await lineOf(second.storyId)).toBeNull()
  const added = done(await addPart(editor, { seriesId, storyId: first.storyId }))
  expect(added.tags).toEqual(expect.arrayContaining([tags.series(slug), tags.story(first.storyId), tags.story(second.storyId), tags.story(draft.storyId)]))
  done(await movePart(editor, { seriesId, storyId: first.storyId, move: 'up' }))
  done(await movePart(editor, { seriesId, storyId: first.storyId, move: 'up' }))
  const { series: shown, shown: tagged } = await readSeries(slug)
  expect(shown?.stories.map(({ headline }) => headline)).toEqual(['Where it comes from', 'Where it goes'])
  expect(tagged.storyIds).toContain(draft.storyId)
  expect(await lineOf(first.storyId)).toMatchObject({ slug, part: 1, of: 2, previous: null, next: { headline: 'Where it goes' } })
  expect(await lineOf(second.storyId)).toMatchObject({ part: 2, of: 2, previous: { headline: 'Where it comes from' }, next: null })

  // What comes out in between is a part from then on; what is withdrawn is none any more.
  const { storyId, revisionId } = draft
  done(await submitStory(draft.writer, { storyId, revisionId }))
  done(await sendOn(draft.editor, { storyId, revisionId }))
  done(await approveRevision(draft.adviser, { storyId, revisionId }))
  expect(done(await publishRevision(draft.editor, { storyId, revisionId })).tags).toEqual(expect.arrayContaining([tags.series(slug), tags.story(storyId)]))
  expect(await lineOf(first.storyId)).toMatchObject({ part: 1, of: 3 })
  done(await withdrawStory(second.adviser, { storyId: second.storyId, revisionId: second.revisionId, reason: 'A test.' }))
  expect(await lineOf(first.storyId)).toMatchObject({ part: 1, of: 2, next: { headline: 'Canary of a part' } })
})

it('a story is in one series at most, and can be taken out', async () => {
  const [one, two] = [await series('One'), await series('One')]
  expect(two.slug).toBe(`${one.slug}-2`)
  const { storyId } = await aStory('LIVE', { headline: 'Axolotls at school' })
  done(await addPart(editor, { seriesId: one.seriesId, storyId }))
  for (const { seriesId } of [one, two]) expect(await addPart(editor, { seriesId, storyId })).toMatchObject({ ok: false, problems: [{ field: 'storyId' }] })
  expect(await movePart(editor, { seriesId: one.seriesId, storyId, move: 'down' })).toMatchObject({ ok: false })
  expect(await storiesToAdd(editor, 'axolotls')).toEqual([])
  done(await movePart(editor, { seriesId: one.seriesId, storyId, move: 'out' }))
  expect(await storiesToAdd(editor, 'axolotls')).toMatchObject([{ storyId, live: true }])
  done(await addPart(editor, { seriesId: two.seriesId, storyId }))
  expect((await seriesLines(editor)).find(({ id }) => id === two.seriesId)?.parts).toMatchObject([{ headline: 'Axolotls at school' }])
})

it('is kept by editors up, and says no name of the opt-out list', async () => {
  const { seriesId } = await series('Kept')
  const { storyId } = await aStory('LIVE')
  const writer = await anActor('WRITER')
  for (const result of [await makeSeries(writer, { title: 'x', description: '' }), await addPart(writer, { seriesId, storyId }), await wordSeries(writer, { seriesId, title: 'x', description: '' })]) expect(result.ok).toBe(false)
  expect(await seriesLines(writer)).toEqual([])
  const adviser = await anActor('ADVISER')
  await db().optOut.create({ data: { name: 'Quill Vandermeer', addedById: adviser.userId }, select: { id: true } })
  expect(await wordSeries(editor, { seriesId, title: 'Kept', description: 'With Quill Vandermeer.' })).toMatchObject({ ok: false, problems: [{ field: 'description' }] })
  done(await wordSeries(editor, { seriesId, title: 'Kept on', description: '' }))
  expect(await db().auditEvent.count({ where: { kind: 'series.changed', subjectId: seriesId } })).toBe(1)
})
