import { beforeAll, expect, test } from 'vitest'
import { readPeriod } from '../archive/read-archive.ts'
import { boardColumns } from '../planning/board.ts'
import { calendarEntries } from '../calendar/queries.ts'
import { db } from '../db.ts'
import { readFeed } from '../feeds/read-feed.ts'
import { readNews, readPages, readSitemap } from '../feeds/read-sitemaps.ts'
import { findLiveStories, liveStories } from '../front-page/live-stories.ts'
import { resolveNote } from './notes.ts'
import { addSection } from '../sections/commands.ts'
import { readPaper } from '../settings/read-paper.ts'
import { anActor, aSection, done, newestRevision } from '../testing/builders.ts'
import type { Actor } from '#domain/people.ts'
import { tags } from './cache.ts'
import { livePages } from './live-pages.ts'
import { storyList } from './lists.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from './moves.ts'
import { createPage } from './new-page.ts'
import { pageLines } from './page-lines.ts'
import { newsroomStory } from './queries.ts'
import { readAddress, readCardsOf } from './reader-views.ts'
import { findRelated } from './related-search.ts'
import { changeDraft } from './save.ts'

let [editor, adviser, admin]: Actor[] = []
beforeAll(async () => {
  editor = await anActor('EDITOR')
  adviser = await anActor('ADVISER')
  admin = await anActor('ADMIN')
})
const who = () => {
  if (editor === undefined || adviser === undefined || admin === undefined) throw new Error('nobody')
  return { editor, adviser, admin }
}
type Starter = 'about' | 'contact' | 'policies' | 'accessibility'

async function started(starter: Starter): Promise<string> {
  const { storyId } = done(await createPage(who().editor, { starter, contact: 'desk@school.example' }))
  return storyId
}

async function settled(storyId: string): Promise<void> {
  for (const { id } of await db().note.findMany({ where: { storyId, resolvedAt: null }, select: { id: true } })) done(await resolveNote(who().editor, { noteId: id }))
}

const decision = async (storyId: string) => ({ storyId, revisionId: await newestRevision(storyId) })

async function approved(storyId: string): Promise<{ storyId: string; revisionId: string }> {
  await settled(storyId)
  const on = await decision(storyId)
  done(await submitStory(who().editor, on))
  done(await sendOn(who().editor, on))
  done(await approveRevision(who().adviser, on))
  return on
}

async function live(starter: Starter): Promise<{ storyId: string; path: string; tags: string[] }> {
  const storyId = await started(starter)
  return { storyId, ...done(await publishRevision(who().editor, await approved(storyId))) }
}

test('a page goes the way of a story: its note must be settled, nobody approves their own, and it lives at the root of the paper', async () => {
  const storyId = await started('about')
  const on = await decision(storyId)
  expect((await newsroomStory(who().editor, storyId))?.checks.map(({ field }) => field)).toEqual(['notes'])
  expect(await submitStory(who().editor, on)).toMatchObject({ ok: false })
  await settled(storyId)
  done(await submitStory(who().editor, on))
  done(await sendOn(who().editor, on))
  expect(await approveRevision(who().editor, on)).toMatchObject({ ok: false })
  done(await approveRevision(who().adviser, on))
  expect(await livePages()).toEqual([])
  const { path, tags: touched } = done(await publishRevision(who().editor, on))
  expect(path).toBe('/about')
  expect(touched).toEqual(expect.arrayContaining([tags.paper(), tags.address('', 'about')]))
  expect((await readPaper()).pages).toEqual([{ path: '/about', title: 'About Test Paper' }])
  expect((await readAddress('', 'about')).answer).toMatchObject({ kind: 'story', path: '/about', story: { section: null, bylines: [] } })
})

test('a live page stands in no list of stories, for readers or the newsroom', async () => {
  const { storyId, path } = await live('policies')
  const now = new Date()
  const [month, day] = [now.toISOString().slice(0, 7), (offset: number) => new Date(now.getTime() + offset * 86_400_000).toISOString().slice(0, 10)]
  expect((await liveStories([storyId])).map(({ id }) => id)).not.toContain(storyId)
  expect(await findLiveStories('Our policies')).toEqual([])
  expect((await readCardsOf([storyId])).cards.size).toBe(0)
  expect((await readFeed({ kind: 'paper' })).feed?.items ?? []).toEqual([])
  expect((await readSitemap({ month, part: 1 })).map((one) => one.path)).not.toContain(path)
  expect((await readNews(new Date(0))).map((one) => one.path)).not.toContain(path)
  expect((await readPages()).map((one) => one.path)).toContain(path)
  expect(await db().searchDocument.count({ where: { storyId } })).toBe(0)
  expect((await readPeriod({ kind: 'day', text: day(0) }, null)).answer.kind).toBe('none')
  expect((await readPeriod({ kind: 'month', text: month }, null)).answer.kind).toBe('none')
  expect(await findRelated(who().editor, 'Our policies')).toEqual([])
  expect((await storyList(who().editor, {})).lines.map(({ id }) => id)).not.toContain(storyId)
  expect((await boardColumns(who().editor, { sectionId: null, userId: null })).columns.flatMap(({ cards }) => cards.map(({ id }) => id))).not.toContain(storyId)
  expect((await calendarEntries(who().editor, { from: day(-2), to: day(2), sectionId: null })).entries.map((entry) => entry.storyId)).not.toContain(storyId)
  expect((await pageLines(who().editor)).find(({ id }) => id === storyId)).toMatchObject({ kind: 'PAGE', live: true })
})

test('pages and sections keep off each other’s addresses, and off those of the paper itself', async () => {
  await live('contact')
  expect(await addSection(who().admin, { name: 'Contact' })).toMatchObject({ ok: false })
  const storyId = await started('accessibility')
  const put = async (slug: string) => {
    done(await changeDraft(who().editor, storyId, (content) => ({ ...content, slug })))
    return (await newsroomStory(who().editor, storyId))?.checks.find(({ field }) => field === 'slug')?.message ?? null
  }
  const section = await aSection('Club')
  expect(await put(section.slug)).toBe(`A section has the address /${section.slug}. Choose another one.`)
  expect(await put('search')).toBe('The paper itself uses the address /search. Choose another one.')
  expect(await put('contact')).toBe('Another page has or had the address /contact. Choose another one.')
  expect(await put('join-us')).toBeNull()
  const on = await approved(storyId)
  await db().section.create({ data: { slug: 'join-us', name: 'Join us', position: 9 }, select: { id: true } })
  expect(await publishRevision(who().editor, on)).toMatchObject({ ok: false, problems: [{ field: 'slug' }] })
  await db().section.delete({ where: { slug: 'join-us' }, select: { id: true } })
  expect(done(await publishRevision(who().editor, on)).path).toBe('/join-us')
  expect(await addSection(who().admin, { name: 'Join us' })).toMatchObject({ ok: false, problems: [{ field: 'name' }] })
})

test('a page that moves leaves a redirect, and a withdrawn one leaves the foot and answers 410', async () => {
  const page = (await db().address.findUniqueOrThrow({ where: { sectionSlug_slug: { sectionSlug: '', slug: 'join-us' } }, select: { storyId: true } })).storyId
  done(await changeDraft(who().editor, page, (content) => ({ ...content, slug: 'join' })))
  const on = await decision(page)
  done(await submitStory(who().editor, { ...on, change: { kind: 'TYPO', note: '' } }))
  done(await sendOn(who().editor, on))
  done(await approveRevision(who().adviser, on))
  done(await publishRevision(who().editor, { ...on, change: { kind: 'TYPO', note: '' } }))
  expect((await readAddress('', 'join-us')).answer).toEqual({ kind: 'moved', path: '/join' })
  done(await withdrawStory(who().adviser, { ...on, reason: 'A test of withdrawing.' }))
  expect((await readAddress('', 'join')).answer).toMatchObject({ kind: 'withdrawn' })
  expect((await livePages()).map(({ path }) => path)).not.toContain('/join')
})

test('a page takes neither section nor byline, a writer starts none, and nothing makes a story of it', async () => {
  const storyId = await started('about')
  const { id: sectionId } = await aSection()
  done(await changeDraft(who().editor, storyId, (content) => ({ ...content, sectionId, bylines: [{ staffId: null, name: 'A Guest', credit: '' }] })))
  expect((await newsroomStory(who().editor, storyId))?.checks.map(({ field }) => field)).toEqual(expect.arrayContaining(['section', 'bylines']))
  expect(await createPage(await anActor('WRITER'), { starter: '' })).toMatchObject({ ok: false })
  await expect(db().story.update({ where: { id: storyId }, data: { kind: 'STORY' }, select: { id: true } })).rejects.toThrow(/never becomes a story/)
  const empty = done(await createPage(who().adviser, { starter: '' }))
  expect((await newsroomStory(who().adviser, empty.storyId))?.checks.map(({ message }) => message)).toEqual(['Write a headline.', 'Give the page a web address, such as about.', 'The page has no text yet.'])
})
