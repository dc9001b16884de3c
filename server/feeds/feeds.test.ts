import { beforeEach, describe, expect, test } from 'vitest'
import type { FeedOf } from '#domain/feeds/addresses.ts'
import { rssFeed } from '#domain/feeds/rss.ts'
import { slugify } from '#domain/slug.ts'
import { addCorrection } from '../corrections/commands.ts'
import { db } from '../db.ts'
import { hideFromSearchIn, showToSearch } from '../requests/search-listing.ts'
import { renameTag } from '../topics/commands.ts'
import { changeByline } from '../staff/byline.ts'
import { tags } from '../stories/cache.ts'
import { withdrawStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { anActor, aSection, aStory, done, type TestStory } from '../testing/builders.ts'
import { feedId, readFeed } from './read-feed.ts'
import { readNews, readPages, readSitemap, readSitemapFiles } from './read-sitemaps.ts'

const PAPER: FeedOf = { kind: 'paper' }
const by = (name: string): FeedOf => ({ kind: 'author', slug: slugify(name) })
const headlines = async (of: FeedOf) => (await readFeed(of)).feed?.items.map(({ story }) => story.headline) ?? null
const textOf = async (of: FeedOf) => {
  const { feed } = await readFeed(of)
  return feed === null ? '' : rssFeed(feed, 'https://paper.example')
}
const addressOf = async (storyId: string) => {
  const { sectionSlug, slug } = await db().address.findFirstOrThrow({ where: { storyId, current: true }, select: { sectionSlug: true, slug: true } })
  return `/${sectionSlug}/${slug}`
}
const thisMonth = () => new Date().toISOString().slice(0, 7)
const listed = async () => (await readSitemap({ month: thisMonth(), part: 1 })).map(({ path }) => path)

/** A live story whose writer has a name that nobody else has. */
async function signedBy(name: string, change: Parameters<typeof aStory>[1] = {}): Promise<TestStory> {
  const story = await aStory('LIVE', change)
  await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name }, select: { id: true } })
  return story
}

beforeEach(async () => {
  await anActor('ADMIN')
  await db().paper.update({ where: { id: 1 }, data: { nameForm: 'FULL' }, select: { id: true } })
})

describe('feeds', () => {
  test('hold what is live alone, as it is live, the newest thirty first', async () => {
    const section = await aSection('Feeds')
    const of: FeedOf = { kind: 'section', slug: section.slug }
    expect(await headlines(of)).toEqual([])
    for (const state of ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED'] as const) await aStory(state, { sectionId: section.id, headline: `Canary ${state}` })
    const live = await aStory('LIVE', { sectionId: section.id, headline: 'Live' })
    done(await changeDraft(live.writer, live.storyId, (content) => ({ ...content, headline: 'Canary of an edit', deck: 'Canary deck' })))
    await aStory('LIVE', { sectionId: section.id, headline: 'Newer' })
    await aStory('LIVE', { headline: 'Elsewhere' })
    expect(await headlines(of)).toEqual(['Newer', 'Live'])
    expect((await headlines(PAPER))?.slice(0, 3)).toEqual(['Elsewhere', 'Newer', 'Live'])
    expect(`${await textOf(of)}${await textOf(PAPER)}`).not.toContain('Canary')
    expect(await headlines({ kind: 'section', slug: 'no-such-section' })).toBeNull()
  })

  test('lose a withdrawn story with the tags that its withdrawal touches', async () => {
    const story = await signedBy('Wilma Gone', { headline: 'Canary withdrawn' })
    const [before, ofAuthor] = [await readFeed(PAPER), await readFeed(by('Wilma Gone'))]
    expect([before.shown.storyIds, ofAuthor.feed?.items.length]).toEqual([expect.arrayContaining([story.storyId]), 1])
    const { tags: touched } = done(await withdrawStory(story.adviser, { storyId: story.storyId, revisionId: story.revisionId, reason: 'A test of withdrawing.' }))
    const slug = (await addressOf(story.storyId)).split('/')[1] ?? ''
    expect(touched).toEqual(expect.arrayContaining([tags.front(), tags.section(slug), tags.story(story.storyId), tags.author(story.writer.staffId)]))
    expect(await textOf(PAPER)).not.toContain('Canary withdrawn')
    expect(await headlines({ kind: 'section', slug })).toEqual([])
    const after = await readFeed(by('Wilma Gone'))
    // The answer "no such feed" is still about the person whom the next publication will name.
    expect([after.feed, after.shown.staffIds]).toEqual([null, [story.writer.staffId]])
  })

  test('name people as they and the paper want it, and are found under that name alone', async () => {
    const story = await signedBy('Ottilie Quillfeather')
    expect(await headlines(by('Ottilie Quillfeather'))).toHaveLength(1)
    expect(done(await changeByline(story.writer, { staffId: story.writer.staffId, bylineForm: 'SHORT' })).tags).toEqual(expect.arrayContaining([tags.author(story.writer.staffId), tags.mastheads()]))
    expect(await headlines(by('Ottilie Quillfeather'))).toBeNull()
    const short = await readFeed(by('Ottilie Q.'))
    expect([short.feed?.name, short.feed?.items[0]?.story.bylines[0]?.name]).toEqual(['Ottilie Q.', 'Ottilie Q.'])
    expect(await textOf(by('Ottilie Q.'))).not.toContain('Quillfeather')
    done(await changeByline(story.writer, { staffId: story.writer.staffId, bylineForm: 'HIDDEN' }))
    for (const name of ['Ottilie Quillfeather', 'Ottilie Q.', 'Ottilie']) expect(await headlines(by(name)), name).toBeNull()
    expect(await textOf(PAPER)).not.toContain('Ottilie')
  })

  test('follow the paper’s policy, and hold what several people sign by one shown name', async () => {
    const [one, other] = [await signedBy('Ada Lovely', { headline: 'By the one' }), await signedBy('Ada Lowell', { headline: 'By the other' })]
    await db().paper.update({ where: { id: 1 }, data: { nameForm: 'SHORT' }, select: { id: true } })
    expect(await headlines(by('Ada Lovely'))).toBeNull()
    expect(await headlines(by('Ada L.'))).toEqual(['By the other', 'By the one'])
    expect((await readFeed(by('Ada L.'))).shown.staffIds).toEqual(expect.arrayContaining([one.writer.staffId, other.writer.staffId]))
  })

  test('are there for nobody who signs nothing that is live', async () => {
    const { writer } = await aStory('APPROVED')
    expect(await headlines(by(writer.name))).toBeNull()
    expect(await headlines(by('Nobody at all'))).toBeNull()
  })

  test('follow a tag under each of its addresses, and are gone with its last story', async () => {
    const [editor, name] = [await anActor('EDITOR'), 'Feed Chess']
    await aStory('APPROVED', { tags: [name], headline: 'Canary of chess' })
    const { id: tagId, slug } = await db().tag.findFirstOrThrow({ where: { name }, select: { id: true, slug: true } })
    const of = (at: string): FeedOf => ({ kind: 'tag', slug: at })
    expect(await headlines(of(slug))).toBeNull()
    const one = await aStory('LIVE', { tags: [name], headline: 'The match' })
    expect(await headlines(of(slug))).toEqual(['The match'])
    expect(await textOf(of(slug))).toMatch(/<title>Feed Chess \| .*\/tag\/feed-chess\/feed\.xml/)
    done(await renameTag(editor, { tagId, name: 'Feed Chess Club' }))
    const { feed } = await readFeed(of(slug))
    expect([feed?.of, feed?.name]).toEqual([{ kind: 'tag', slug: 'feed-chess-club' }, 'Feed Chess Club'])
    const { tags: touched } = done(await withdrawStory(one.adviser, { storyId: one.storyId, revisionId: one.revisionId, reason: 'A test.' }))
    expect(touched).toContain(tags.topic('feed-chess-club'))
    expect([await headlines(of(slug)), await headlines(of('no-such-tag'))]).toEqual([null, null])
  })

  test('carry a correction in the text and in the date of its story', async () => {
    const { storyId, revisionId, adviser } = await signedBy('Cora Rector')
    done(await addCorrection(adviser, { storyId, revisionId, kind: 'CORRECTION', text: 'The first version named the wrong day.', replacesId: null }))
    const text = await textOf(by('Cora Rector'))
    expect(text).toContain('The first version named the wrong day.')
    expect(text).toContain('<atom:updated>')
  })

  test('tell nothing but what readers see: no account, and no time before the publication', async () => {
    const { writer, storyId, editor } = await signedBy('Sela Crett')
    const text = await textOf(by('Sela Crett'))
    for (const secret of [storyId, storyId.slice(0, 13), writer.userId, writer.staffId, editor.userId, '@school.test']) expect(text).not.toContain(secret)
    expect(text).toContain(feedId(storyId))
    expect(feedId(storyId)).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe('sitemaps', () => {
  test('list live stories that search engines may list, by the month in which they came out', async () => {
    const [live, hidden, withdrawn] = [await aStory('LIVE'), await aStory('LIVE', { headline: 'To be hidden' }), await aStory('WITHDRAWN')]
    const admin = await anActor('ADMIN')
    await db().$transaction((tx) => hideFromSearchIn(tx, admin, hidden.storyId))
    const draft = await aStory('APPROVED', { slug: 'canary-approved' })
    const paths = await listed()
    expect(paths).toContain(await addressOf(live.storyId))
    for (const { storyId } of [hidden, withdrawn]) expect(paths).not.toContain(await addressOf(storyId))
    expect(paths.join()).not.toContain(draft.content.slug)
    expect(await headlines(PAPER)).toContain('To be hidden')
    done(await showToSearch(admin, { storyId: hidden.storyId }))
    expect(await listed()).toContain(await addressOf(hidden.storyId))
    expect(await readSitemapFiles()).toEqual(expect.arrayContaining([{ file: 'pages.xml', changed: null }, { file: `${thisMonth()}.xml`, changed: expect.stringMatching(/Z$/) }]))
    expect([await readSitemap({ month: thisMonth(), part: 2 }), await readSitemap({ month: '1999-12', part: 1 })]).toEqual([[], []])
  })

  test('say when a story was last changed, its notes included', async () => {
    const { storyId, revisionId, adviser } = await aStory('LIVE')
    await db().story.update({ where: { id: storyId }, data: { firstPublishedAt: new Date('2001-02-28T23:59:59Z'), lastPublishedAt: new Date('2001-03-01T08:00:00Z') }, select: { id: true } })
    const path = await addressOf(storyId)
    expect(await readSitemap({ month: '2001-02', part: 1 })).toEqual([{ path, changed: '2001-03-01T08:00:00.000Z' }])
    const monthOf = async () => (await readSitemapFiles()).find(({ file }) => file === '2001-02.xml')?.changed
    expect(await monthOf()).toBe('2001-03-01T08:00:00.000Z')
    done(await addCorrection(adviser, { storyId, revisionId, kind: 'UPDATE', text: 'What has become of it since.', replacesId: null }))
    const note = await db().correction.findFirstOrThrow({ where: { storyId }, select: { publishedAt: true } })
    expect([(await readSitemap({ month: '2001-02', part: 1 }))[0]?.changed, await monthOf()]).toEqual([note.publishedAt?.toISOString(), note.publishedAt?.toISOString()])
  })

  test('name the pages that are no stories', async () => {
    const section = await aSection('Maps')
    const { staffId } = await anActor('WRITER')
    await db().membership.create({ data: { staffId, schoolYear: '2026-27', position: 'Writer' }, select: { id: true } })
    expect((await readPages()).map(({ path }) => path)).toEqual(expect.arrayContaining(['/', `/${section.slug}`, '/staff/2026-27', '/how-we-edit', '/corrections']))
  })

  test('name a tag once it stands on several stories that may be listed', async () => {
    const paths = async () => (await readPages()).map(({ path }) => path)
    for (const state of ['LIVE', 'LIVE', 'APPROVED'] as const) await aStory(state, { tags: ['Mapped Birds'] })
    expect(await paths()).not.toContain('/tag/mapped-birds')
    const third = await aStory('LIVE', { tags: ['Mapped Birds'] })
    expect(await paths()).toContain('/tag/mapped-birds')
    await db().$transaction((tx) => hideFromSearchIn(tx, third.adviser, third.storyId))
    expect(await paths()).not.toContain('/tag/mapped-birds')
  })

  test('of news hold what came out after an instant, newest first', async () => {
    const [old, young] = [await aStory('LIVE', { headline: 'Old news' }), await aStory('LIVE', { headline: 'Young news' })]
    await db().story.update({ where: { id: old.storyId }, data: { firstPublishedAt: new Date(Date.now() - 49 * 3_600_000) }, select: { id: true } })
    const admin = await anActor('ADMIN')
    const hidden = await aStory('LIVE', { headline: 'Hidden news' })
    await db().$transaction((tx) => hideFromSearchIn(tx, admin, hidden.storyId))
    await aStory('WITHDRAWN', { headline: 'Withdrawn news' })
    const news = await readNews(new Date(Date.now() - 48 * 3_600_000))
    const found = news.map(({ headline }) => headline)
    expect(found[0]).toBe('Young news')
    for (const headline of ['Old news', 'Hidden news', 'Withdrawn news']) expect(found).not.toContain(headline)
    expect(news[0]).toEqual({ path: await addressOf(young.storyId), headline: 'Young news', published: expect.stringMatching(/Z$/) })
  })
})
