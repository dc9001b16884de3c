import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { db } from '../db.ts'
import { aStory, anActor, done } from '../testing/builders.ts'
import { tags } from '../stories/cache.ts'
import { withdrawStory } from '../stories/moves.ts'
import { readAddress } from '../stories/reader-views.ts'
import { renameTag } from './commands.ts'
import { readTag } from './read-tag.ts'
import { tagLines } from './queries.ts'

const editor = await anActor('EDITOR')
const fresh = (name: string) => `${name} ${randomUUID().slice(0, 6)}`
const idOf = async (name: string) => (await db().tag.findFirstOrThrow({ where: { name }, select: { id: true } })).id
const slugOf = async (name: string) => (await db().tag.findFirstOrThrow({ where: { name }, select: { slug: true } })).slug

it('a tag has a page while a live story has it, and only then', async () => {
  const name = fresh('Chess')
  for (const state of ['DRAFT', 'APPROVED'] as const) await aStory(state, { tags: [name] })
  const slug = await slugOf(name)
  expect((await readTag(slug)).answer).toEqual({ kind: 'none' })
  const story = await aStory('LIVE', { tags: [name, fresh('Other')], headline: 'The match' })
  expect((await readTag(slug)).answer).toMatchObject({ kind: 'tag', tag: { slug, name }, stories: [{ headline: 'The match' }], next: null })
  const { tags: touched } = done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test.' }))
  expect(touched).toContain(tags.topic(slug))
  expect((await readTag(slug)).answer).toEqual({ kind: 'none' })
})

it('another name is on every story at once, no revision changes, and the former address leads to it', async () => {
  const [before, after] = [fresh('Robots'), fresh('Robotics')]
  const story = await aStory('LIVE', { tags: [before] })
  const former = await slugOf(before)
  const { tags: touched, merged } = done(await renameTag(editor, { tagId: await idOf(before), name: after }))
  expect(merged).toBe(false)
  const slug = await slugOf(after)
  expect(touched).toEqual(expect.arrayContaining([tags.paper(), tags.topic(former), tags.topic(slug)]))
  expect((await readTag(former)).answer).toEqual({ kind: 'moved', path: `/tag/${slug}` })
  expect((await readTag(slug)).answer).toMatchObject({ kind: 'tag', tag: { name: after } })
  const { sectionSlug, slug: at } = await db().address.findFirstOrThrow({ where: { storyId: story.storyId }, select: { sectionSlug: true, slug: true } })
  expect((await readAddress(sectionSlug, at)).answer).toMatchObject({ story: { tags: [{ slug, name: after }] } })
  // A tag that somebody types as it was called once is the same one.
  await aStory('LIVE', { tags: [before], headline: 'Typed again' })
  expect((await readTag(slug)).answer).toMatchObject({ stories: [{ headline: 'Typed again' }, {}] })
  expect(await db().searchDocument.count({ where: { storyId: story.storyId } })).toBe(1)
  // And back again.
  done(await renameTag(editor, { tagId: await idOf(after), name: before }))
  expect((await readTag(slug)).answer).toEqual({ kind: 'moved', path: `/tag/${former}` })
})

it('two tags become one, on a story that had both only once', async () => {
  const [one, two, three] = [fresh('Bus'), fresh('Buses'), fresh('Transit')]
  const story = await aStory('LIVE', { tags: [one, two] })
  await aStory('LIVE', { tags: [three] })
  expect(done(await renameTag(editor, { tagId: await idOf(one), name: two })).merged).toBe(true)
  expect(done(await renameTag(editor, { tagId: await idOf(two), name: three })).merged).toBe(true)
  const slug = await slugOf(three)
  const { answer } = await readTag(slug)
  expect(answer.kind === 'tag' && answer.stories).toHaveLength(2)
  for (const former of [one, two]) expect((await readTag(await slugOf(former))).answer).toEqual({ kind: 'moved', path: `/tag/${slug}` })
  const { sectionSlug, slug: at } = await db().address.findFirstOrThrow({ where: { storyId: story.storyId }, select: { sectionSlug: true, slug: true } })
  expect((await readAddress(sectionSlug, at)).answer).toMatchObject({ story: { tags: [{ name: three }] } })
  expect(await tagLines(editor, three)).toMatchObject([{ name: three, stories: 2, former: expect.arrayContaining([await slugOf(one), await slugOf(two)]) }])
  expect(await renameTag(editor, { tagId: await idOf(one), name: 'Anything' })).toMatchObject({ ok: false })
  expect(await db().auditEvent.count({ where: { kind: 'tag.merged', subjectId: await idOf(one) } })).toBe(1)
})

it('changes its letters without changing its address, is kept by editors up, and never says a name of the opt-out list', async () => {
  const name = fresh('ap style')
  await aStory('LIVE', { tags: [name] })
  const [tagId, slug] = [await idOf(name), await slugOf(name)]
  done(await renameTag(editor, { tagId, name: name.toUpperCase() }))
  expect((await readTag(slug)).answer).toMatchObject({ kind: 'tag', tag: { slug, name: name.toUpperCase() } })
  const writer = await anActor('WRITER')
  expect(await renameTag(writer, { tagId, name: 'x' })).toMatchObject({ ok: false })
  expect(await tagLines(writer)).toEqual([])
  const adviser = await anActor('ADVISER')
  await db().optOut.create({ data: { name: 'Quill Vandermeer', addedById: adviser.userId }, select: { id: true } })
  expect(await renameTag(editor, { tagId, name: 'Quill Vandermeer' })).toMatchObject({ ok: false, problems: [{ field: 'name' }] })
})
