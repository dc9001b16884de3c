import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { placeOf } from '#domain/keyset.ts'
import { db } from '../db.ts'
import { readFeed } from '../feeds/read-feed.ts'
import { frontSections, liveStories } from '../front-page/live-stories.ts'
import { readPaper } from '../settings/read-paper.ts'
import { withdrawStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { readAddress } from '../stories/reader-views.ts'
import { tags } from '../stories/cache.ts'
import { aSection, aStory, anActor, done } from '../testing/builders.ts'
import { addSection, changeSection, mergeSection, moveSection, setSectionClosed } from './commands.ts'
import { sectionSettings } from './queries.ts'
import { readSection } from './read-section.ts'

const admin = await anActor('ADMIN')
const change = (sectionId: string, slug: string, more: object = {}) => ({ sectionId, name: 'News', slug, color: '', parentId: null, needsRiskChecklist: false, ...more })
const headlines = async (slug: string) => {
  const { answer } = await readSection(slug)
  return answer.kind === 'section' ? answer.stories.map(({ headline }) => headline) : answer
}
const at = async (slug: string, story: string) => (await readAddress(slug, story)).answer
const fresh = (name: string) => `${name}-${randomUUID().slice(0, 8)}`

describe('the address of a section', () => {
  it('leads to the present one for ever, with its stories, those that came later and those that were withdrawn', async () => {
    const section = await aSection()
    const live = await aStory('LIVE', { sectionId: section.id, slug: 'the-bell' })
    await aStory('WITHDRAWN', { sectionId: section.id, slug: 'gone' })
    const [second, third] = [fresh('second'), fresh('third')]
    expect(done(await changeSection(admin, change(section.id, second))).tags).toContain(tags.paper())
    done(await changeSection(admin, change(section.id, third, { color: '#1f4e79' })))
    await aStory('LIVE', { sectionId: section.id, slug: 'later' })
    for (const former of [section.slug, second]) {
      expect((await readSection(former)).answer).toEqual({ kind: 'moved', path: `/${third}` })
      expect(await at(former, 'the-bell')).toEqual({ kind: 'moved', path: `/${third}/the-bell` })
      expect(await at(former, 'gone')).toMatchObject({ kind: 'withdrawn' })
      expect(await at(former, 'later')).toEqual({ kind: 'moved', path: `/${third}/later` })
      expect(await at(former, 'never')).toEqual({ kind: 'none' })
      expect((await readFeed({ kind: 'section', slug: former })).feed?.of).toEqual({ kind: 'section', slug: third })
    }
    expect(await at(third, 'the-bell')).toMatchObject({ kind: 'story', story: { section: { slug: third } } })
    // Back to the first: what was a former address is the present one again.
    done(await changeSection(admin, change(section.id, section.slug)))
    expect(await at(section.slug, 'the-bell')).toMatchObject({ kind: 'story' })
    expect(await at(third, 'the-bell')).toEqual({ kind: 'moved', path: `/${section.slug}/the-bell` })
    expect(await db().address.count({ where: { storyId: live.storyId, current: true } })).toBe(1)
  })

  it('is given to no other section, now or later', async () => {
    const [one, other] = [await aSection(), await aSection()]
    done(await changeSection(admin, change(one.id, fresh('moved'))))
    expect(await changeSection(admin, change(other.id, one.slug))).toMatchObject({ ok: false, problems: [{ field: 'slug' }] })
    expect(await addSection(admin, { name: one.slug })).toMatchObject({ ok: false, problems: [{ field: 'name' }] })
  })
})

describe('parts of a section', () => {
  it('have a page of their own, and their stories stand on that of the whole', async () => {
    const [whole, part] = [await aSection('Sports'), await aSection('Soccer')]
    done(await changeSection(admin, change(part.id, part.slug, { name: 'Soccer', parentId: whole.id })))
    const story = await aStory('LIVE', { sectionId: part.id, headline: 'The final' })
    await aStory('LIVE', { sectionId: whole.id, headline: 'All sports' })
    expect(await headlines(whole.slug)).toEqual(['All sports', 'The final'])
    expect(await headlines(part.slug)).toEqual(['The final'])
    expect((await readSection(part.slug)).answer).toMatchObject({ parent: { slug: whole.slug }, parts: [] })
    expect((await readSection(whole.slug)).answer).toMatchObject({ parent: null, parts: [{ slug: part.slug }] })
    expect((await readPaper()).sections.find(({ slug }) => slug === part.slug)).toMatchObject({ parent: whole.slug })
    expect((await frontSections()).map(({ slug }) => slug)).not.toContain(part.slug)
    expect((await liveStories([])).find(({ id }) => id === story.storyId)).toMatchObject({ sectionId: whole.id, section: 'Soccer' })
    expect((await readFeed({ kind: 'section', slug: whole.slug })).feed?.items.map(({ story: { headline } }) => headline)).toEqual(['All sports', 'The final'])
    expect(done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test.' })).tags).toEqual(expect.arrayContaining([tags.section(whole.slug), tags.section(part.slug)]))
  })

  it('have none themselves', async () => {
    const [whole, part, other] = [await aSection(), await aSection(), await aSection()]
    done(await changeSection(admin, change(part.id, part.slug, { parentId: whole.id })))
    for (const refused of [change(other.id, other.slug, { parentId: part.id }), change(whole.id, whole.slug, { parentId: other.id }), change(other.id, other.slug, { parentId: other.id })]) {
      expect(await changeSection(admin, refused)).toMatchObject({ ok: false, problems: [{ field: 'parentId' }] })
    }
  })
})

describe('a section that ends', () => {
  it('closed, it leaves the masthead and the choices, and keeps its stories', async () => {
    const [full, empty] = [await aSection(), await aSection()]
    await aStory('LIVE', { sectionId: full.id, headline: 'It stays' })
    for (const { id } of [full, empty]) done(await setSectionClosed(admin, { sectionId: id, closed: true }, new Date()))
    expect((await readPaper()).sections.map(({ slug }) => slug)).not.toContain(full.slug)
    expect((await readSection(full.slug)).answer).toMatchObject({ kind: 'section', closed: true, stories: [{ headline: 'It stays' }] })
    expect((await readSection(empty.slug)).answer).toEqual({ kind: 'none' })
    done(await setSectionClosed(admin, { sectionId: empty.id, closed: false }, new Date()))
    expect((await readSection(empty.slug)).answer).toMatchObject({ kind: 'section', closed: false })
  })

  it('merged, its stories are found in the other one under addresses of their own, and its drafts come out there', async () => {
    const [from, into] = [await aSection('Humor'), await aSection('Opinion')]
    const first = await aStory('LIVE', { sectionId: into.id, slug: 'the-joke', headline: 'Their joke' })
    const moved = await aStory('LIVE', { sectionId: from.id, slug: 'the-joke', headline: 'Our joke' })
    done(await mergeSection(admin, { sectionId: from.id, intoId: into.id }, new Date()))
    const { revisionId } = moved
    expect(await db().revision.findUniqueOrThrow({ where: { id: revisionId }, select: { sectionId: true } })).toEqual({ sectionId: from.id })
    expect((await readSection(from.slug)).answer).toEqual({ kind: 'moved', path: `/${into.slug}` })
    expect(await headlines(into.slug)).toEqual(['Our joke', 'Their joke'])
    expect(await at(from.slug, 'the-joke')).toEqual({ kind: 'moved', path: `/${into.slug}/the-joke-2` })
    expect(await at(into.slug, 'the-joke')).toMatchObject({ kind: 'story', story: { headline: 'Their joke' } })
    expect(await at(into.slug, 'the-joke-2')).toMatchObject({ kind: 'story', story: { section: { slug: into.slug } } })
    const late = await aStory('LIVE', { sectionId: from.id, slug: 'late-joke' })
    expect(await at(into.slug, 'late-joke')).toMatchObject({ kind: 'story', story: { section: { slug: into.slug } } })
    // Merged on, everything follows.
    const last = await aSection('Columns')
    done(await mergeSection(admin, { sectionId: into.id, intoId: last.id }, new Date()))
    expect(await at(from.slug, 'late-joke')).toEqual({ kind: 'moved', path: `/${last.slug}/late-joke` })
    expect(await headlines(last.slug)).toHaveLength(3)
    expect((await liveStories([late.storyId, first.storyId])).filter(({ sectionId }) => sectionId === last.id).length).toBe(3)
    expect(await changeSection(admin, change(from.id, 'anything'))).toMatchObject({ ok: false })
    done(await changeDraft(late.writer, late.storyId, (content) => ({ ...content, deck: 'Still ours to change.' })))
  })
})

it('moves among those beside it, with a word where it cannot', async () => {
  const whole = await aSection()
  const parts = [await aSection('A'), await aSection('B'), await aSection('C')]
  for (const { id, slug } of parts) done(await changeSection(admin, change(id, slug, { parentId: whole.id })))
  const order = async () => (await sectionSettings(admin)).filter(({ parentId }) => parentId === whole.id).map(({ id }) => id)
  const [first = '', second = '', third = ''] = await order()
  done(await moveSection(admin, { sectionId: third, move: 'up' }))
  expect(await order()).toEqual([first, third, second])
  expect(await moveSection(admin, { sectionId: first, move: 'up' })).toMatchObject({ ok: false, problems: [{ message: 'It is the first already.' }] })
  expect(await db().auditEvent.count({ where: { subjectId: third, kind: 'section.changed' } })).toBeGreaterThan(0)
})

it('is changed by admins alone', async () => {
  const section = await aSection()
  for (const role of ['WRITER', 'EDITOR', 'ADVISER'] as const) {
    const actor = await anActor(role)
    const asked = [changeSection(actor, change(section.id, fresh('x'))), addSection(actor, { name: 'Chess' }), moveSection(actor, { sectionId: section.id, move: 'up' }), setSectionClosed(actor, { sectionId: section.id, closed: true }, new Date()), mergeSection(actor, { sectionId: section.id, intoId: section.id }, new Date())]
    for (const result of await Promise.all(asked)) expect(result.ok).toBe(false)
    expect(await sectionSettings(actor)).toEqual([])
  }
})

it('goes page by page through stories that came out in one moment', async () => {
  const section = await aSection()
  const { storyId } = await aStory('LIVE', { sectionId: section.id, slug: 'one-of-many' })
  // Copies past the commands: what matters here is that there are many, of one moment.
  await db().$executeRaw`
    WITH made AS (INSERT INTO "Story" ("id", "state", "createdById", "firstPublishedAt", "lastPublishedAt") SELECT gen_random_uuid(), 'LIVE', "createdById", '2026-10-05T15:00:00Z', '2026-10-05T15:00:00Z' FROM "Story", generate_series(1, 33) WHERE "id" = ${storyId}::uuid RETURNING "id"),
    cut AS (INSERT INTO "Revision" ("id", "storyId", "number", "headline", "sectionId", "body", "createdById", "frozenAt") SELECT gen_random_uuid(), m."id", 1, 'Copy ' || row_number() OVER (), ${section.id}::uuid, '{"type":"doc","content":[]}', s."createdById", now() FROM made m, "Story" s WHERE s."id" = ${storyId}::uuid RETURNING "id", "storyId")
    INSERT INTO "Address" ("id", "sectionSlug", "slug", "storyId", "current") SELECT gen_random_uuid(), ${section.slug}, 'copy-' || row_number() OVER (), "storyId", true FROM cut`
  await db().$executeRaw`INSERT INTO "Review" ("id", "storyId", "revisionId", "byId", "decision") SELECT gen_random_uuid(), r."storyId", r."id", r."createdById", 'APPROVE' FROM "Revision" r WHERE r."sectionId" = ${section.id}::uuid AND r."headline" LIKE 'Copy %'`
  await db().$executeRaw`UPDATE "Story" s SET "workingRevisionId" = r."id", "liveRevisionId" = r."id" FROM "Revision" r WHERE r."storyId" = s."id" AND r."sectionId" = ${section.id}::uuid AND r."headline" LIKE 'Copy %'`
  const { answer: first } = await readSection(section.slug)
  if (first.kind !== 'section' || first.next === null) throw new Error('two pages')
  const { answer: second } = await readSection(section.slug, placeOf(first.next))
  if (second.kind !== 'section') throw new Error('a second page')
  const paths = [...first.stories, ...second.stories].map(({ path }) => path)
  expect(first.stories).toHaveLength(30)
  expect(new Set(paths).size).toBe(34)
  expect(second.next).toBeNull()
  expect((await readSection(section.slug, { at: 1_700_000_000_000, skip: 1 })).answer).toEqual({ kind: 'none' })
})
