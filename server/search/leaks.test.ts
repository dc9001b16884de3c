import { describe, expect, it, test } from 'vitest'
import { NOTHING_ASKED } from '#domain/search/filters.ts'
import { db, inTransaction } from '../db.ts'
import { anActor, approvedAgain, aStory, done, newestRevision } from '../testing/builders.ts'
import { bodyOf, headlinesFor, searchFor } from '../testing/searching.ts'
import { changeByline } from '../staff/byline.ts'
import { changeNamingPolicy } from '../staff/naming.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { changeDraft } from '../stories/save.ts'
import { readSearch } from './search.ts'
import { indexLive } from './write.ts'

/** What an answer to anybody says, whole. */
const said = async (q: string) => JSON.stringify(await readSearch({ ...NOTHING_ASKED, q }, { many: 10, whole: true }))
const NONE = { kind: 'found', results: [], sheets: { pages: [], print: [], morePrint: false }, count: 0, next: null, instead: null, meant: null }

describe('what is not live is not found, not counted and not suggested', () => {
  it.each(['DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'WITHDRAWN'] as const)('%s', async (state) => {
    const word = `zorilla${state.toLowerCase()}`
    await aStory(state, { headline: `A ${word}`, deck: word, tags: [word], body: bodyOf(word) })
    for (const typed of [word, `${word}x`, word.slice(0, -1), word.slice(0, 6), `"${word}"`, `capybaraa OR ${word}`]) {
      expect(await searchFor(typed), typed).toEqual(NONE)
      expect((await said(typed)).includes(word)).toBe(false)
    }
  })

  it('words of an edit are found when it is published, and those that it replaced no more', async () => {
    const story = await aStory('LIVE', { headline: 'The okapi', body: bodyOf('An okapi here.') })
    done(await changeDraft(story.writer, story.storyId, (content) => ({ ...content, headline: 'The bongo', body: bodyOf('A bongo here.') })))
    expect([await headlinesFor('okapi'), await headlinesFor('bongo')]).toEqual([['The okapi'], []])
    const next = { storyId: story.storyId, revisionId: await newestRevision(story.storyId) }
    done(await submitStory(story.writer, { ...next, change: { kind: 'TYPO', note: '' } }))
    done(await sendOn(story.editor, next))
    done(await approveRevision(story.adviser, next))
    expect([await headlinesFor('okapi'), await headlinesFor('bongo')]).toEqual([['The okapi'], []])
    done(await publishRevision(story.editor, { ...next, change: { kind: 'TYPO', note: '' } }))
    expect([await headlinesFor('okapi'), await headlinesFor('bongo')]).toEqual([[], ['The bongo']])
    // The word of before is near, but nobody can find it any more.
    expect(await searchFor('okappi')).toEqual(NONE)
    done(await withdrawStory(story.adviser, { ...next, reason: 'It was no bongo.' }))
    expect(await searchFor('bongo')).toEqual(NONE)
    expect(await db().searchDocument.count({ where: { storyId: story.storyId } })).toBe(0)
  })

  it('a publication that is undone leaves nothing', async () => {
    const { storyId, next } = await approvedAgain()
    const before = await db().searchDocument.findUniqueOrThrow({ where: { storyId } })
    await expect(
      inTransaction(async (tx) => {
        await tx.story.update({ where: { id: storyId }, data: { liveRevisionId: next.revisionId }, select: { id: true } })
        await indexLive(tx, [storyId])
        expect((await tx.searchDocument.findUniqueOrThrow({ where: { storyId } })).revisionId).toBe(next.revisionId)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await db().searchDocument.findUniqueOrThrow({ where: { storyId } })).toEqual(before)
  })
})

test('the database itself takes away what is not live any more, and refuses anything else than the live revision', async () => {
  const { storyId, revisionId, next } = await approvedAgain()
  const put = (revision: string) => db().$executeRaw`INSERT INTO "SearchDocument" SELECT ${storyId}::uuid, ${revision}::uuid, "firstPublishedAt", '', '', '' FROM "Story" WHERE "id" = ${storyId}::uuid ON CONFLICT ("storyId") DO UPDATE SET "revisionId" = excluded."revisionId"`
  await expect(put(next.revisionId)).rejects.toThrow(/is not what readers see/)
  await put(revisionId)
  await db().$executeRaw`UPDATE "Story" SET "liveRevisionId" = NULL WHERE "id" = ${storyId}::uuid`
  expect(await db().searchDocument.count({ where: { storyId } })).toBe(0)
  await expect(put(revisionId)).rejects.toThrow(/is not what readers see/)
})

test('published, withdrawn and indexed all at once: what is found is what is live', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { adviser, editor, next, ...story } = await approvedAgain()
    const live = { storyId: story.storyId, revisionId: story.revisionId }
    const { fillSearch, lookAgain } = await import('./fill.ts')
    await db().searchDocument.deleteMany({ where: { storyId: story.storyId } })
    lookAgain()
    await Promise.all([publishRevision(editor, { ...next, change: { kind: 'TYPO', note: '' } }), withdrawStory(adviser, { ...live, reason: 'It was wrong.' }), fillSearch(new Date()), withdrawStory(adviser, { ...next, reason: 'It was wrong.' })])
    const { liveRevisionId } = await db().story.findUniqueOrThrow({ where: { id: story.storyId }, select: { liveRevisionId: true } })
    lookAgain()
    await fillSearch(new Date())
    expect((await db().searchDocument.findUnique({ where: { storyId: story.storyId } }))?.revisionId ?? null).toBe(liveRevisionId)
  }
})

test('many publications at once are all found', async () => {
  const stories = await Promise.all(Array.from({ length: 6 }, (_, at) => aStory('APPROVED', { headline: `Gharial ${at}`, body: bodyOf('Gharials dwell in zigzag rivers, and other new words: axil bract calyx drupe.') })))
  await Promise.all(stories.map(async ({ editor, storyId, revisionId }) => done(await publishRevision(editor, { storyId, revisionId }))))
  expect((await headlinesFor('gharial')).toSorted()).toEqual(Array.from({ length: 6 }, (_, at) => `Gharial ${at}`))
})

describe('names', () => {
  it('are found as their bearers and the paper want them shown, at once, on old stories too', async () => {
    const story = await aStory('LIVE', { headline: 'A story by somebody' })
    const { writer, adviser } = story
    const admin = await anActor('ADMIN')
    await db().staffMember.update({ where: { id: writer.staffId }, data: { name: 'Anaximandra Ruizmontes' }, select: { id: true } })
    const find = async () => [await headlinesFor('anaximandra'), await headlinesFor('ruizmontes'), await headlinesFor('"Anaximandra Ruizmontes"'), await headlinesFor({ author: writer.staffId })].map(({ length }) => length)
    const hides = async (...words: string[]) => {
      for (const typed of ['ruizmontes', 'ruizmonte', 'ruizm', 'ruizmontez', 'anaximandra ruizmontes', 'anaximandra', 'story']) for (const word of words) expect((await said(typed)).toLowerCase().includes(word), `${typed}: ${word}`).toBe(false)
    }
    expect(await find()).toEqual([1, 1, 1, 1])

    done(await changeNamingPolicy(admin, { nameForm: 'SHORT', namesWithPictures: true, absentDays: 3 }))
    expect(await find()).toEqual([1, 0, 0, 1])
    expect(await headlinesFor('"Anaximandra R."')).toEqual(['A story by somebody'])
    await hides('ruizmontes')

    done(await changeNamingPolicy(admin, { nameForm: 'FULL', namesWithPictures: true, absentDays: 3 }))
    expect(await find()).toEqual([1, 1, 1, 1])

    done(await changeByline(adviser, { staffId: writer.staffId, bylineForm: 'HIDDEN' }))
    expect(await find()).toEqual([0, 0, 0, 0])
    await hides('ruizmontes', 'anaximandra', writer.staffId)
    expect(await headlinesFor('"A story by somebody"')).toEqual(['A story by somebody'])
  })

  it('of before are not found', async () => {
    const story = await aStory('LIVE', { headline: 'Married meanwhile' })
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Petra Quillfeather' }, select: { id: true } })
    expect(await headlinesFor('quillfeather')).toEqual(['Married meanwhile'])
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Petra Underhill' }, select: { id: true } })
    expect([await headlinesFor('quillfeather'), await headlinesFor('underhill')]).toEqual([[], ['Married meanwhile']])
  })

  it('of people who are not staff stay as they were printed', async () => {
    await aStory('LIVE', { headline: 'Not by hers', bylines: [{ staffId: null, name: 'Guest Featherstone', credit: 'Guest' }] })
    expect(await headlinesFor('featherstone')).toEqual(['Not by hers'])
    expect(await headlinesFor('hers -featherstone')).toEqual([])
  })
})
