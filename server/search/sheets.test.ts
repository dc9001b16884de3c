import { expect, test } from 'vitest'
import type { FoundSheets } from '#domain/search/answer.ts'
import type { Actor } from '#domain/people.ts'
import { NOTHING_ASKED, type SearchAsked } from '#domain/search/filters.ts'
import { db, inTransaction } from '../db.ts'
import { withdrawIssue } from '../print/commands.ts'
import { changeByline } from '../staff/byline.ts'
import { approveRevision, publishRevision, sendOn, submitStory, withdrawStory } from '../stories/moves.ts'
import { createPage } from '../stories/new-page.ts'
import { resolveNote } from '../stories/notes.ts'
import { changeDraft } from '../stories/save.ts'
import { anActor, aSection, aStory, done, newestRevision } from '../testing/builders.ts'
import { aLiveIssue, anIssue } from '../testing/print.ts'
import { bodyOf } from '../testing/searching.ts'
import { fillSearch, lookAgain } from './fill.ts'
import { readSearch } from './search.ts'
import { indexIssue, indexPages } from './write-sheets.ts'

async function found(change: Partial<SearchAsked> | string) {
  const asked = { ...NOTHING_ASKED, ...(typeof change === 'string' ? { q: change } : change) }
  const { answer } = await readSearch(asked, { many: 10, whole: false })
  if (answer.kind !== 'found') throw new Error(answer.kind)
  return answer
}
const pathsOf = ({ pages, print }: FoundSheets) => [...pages, ...print].map(({ path }) => path)
const paths = async (change: Partial<SearchAsked> | string) => pathsOf((await found(change)).sheets)

async function aLivePage(by: { editor: Actor; adviser: Actor }, slug: string, words: { headline: string; text: string }) {
  const { storyId } = done(await createPage(by.editor, { starter: 'policies', contact: 'desk@school.example' }))
  for (const { id } of await db().note.findMany({ where: { storyId, resolvedAt: null }, select: { id: true } })) done(await resolveNote(by.editor, { noteId: id }))
  const publish = async (headline: string, text: string, again: boolean) => {
    done(await changeDraft(by.editor, storyId, (content) => ({ ...content, slug, headline, body: bodyOf(text) })))
    const on = { storyId, revisionId: await newestRevision(storyId) }
    const change = again ? { change: { kind: 'TYPO' as const, note: '' } } : {}
    done(await submitStory(by.editor, { ...on, ...change }))
    done(await sendOn(by.editor, on))
    done(await approveRevision(by.adviser, on))
    return { on, publish: async () => void done(await publishRevision(by.editor, { ...on, ...change })) }
  }
  return { storyId, publish, first: await publish(words.headline, words.text, false) }
}

test('a page of the paper is found as it is live, beside the stories, with its passage marked', async () => {
  const by = { editor: await anActor('EDITOR'), adviser: await anActor('ADVISER') }
  await aSection()
  const page = await aLivePage(by, 'how-we-pay', { headline: 'How we pay for narwhals', text: 'Nobody is paid. The axolotl fund pays for paper.' })
  expect(await paths('narwhals')).toEqual([])
  await page.first.publish()
  const answer = await found('axolotl')
  expect(answer).toMatchObject({ count: 0, results: [], instead: null })
  expect(answer.sheets).toEqual({
    pages: [{ path: '/how-we-pay', title: [{ text: 'How we pay for narwhals', hit: false }], passage: [{ text: 'Nobody is paid. The ', hit: false }, { text: 'axolotl', hit: true }, { text: ' fund pays for paper.', hit: false }], print: null }],
    print: [], morePrint: false,
  })
  expect((await found('narwhal')).sheets.pages[0]?.title).toContainEqual({ text: 'narwhals', hit: true })
  // Unfinished and mistyped words find it too, and a filter of stories leaves it out.
  expect(await paths('axolo')).toEqual(['/how-we-pay'])
  expect(await found('axolottl')).toMatchObject({ instead: 'axolotl', sheets: { pages: [{ path: '/how-we-pay' }] } })
  for (const filter of [{ section: (await aSection()).slug }, { pictures: true }, { year: '2026-27' }]) expect(await paths({ q: 'axolotl', ...filter })).toEqual([])
  await aStory('LIVE', { headline: 'The axolotl in class' })
  expect(await found('axolotl')).toMatchObject({ count: 1, sheets: { pages: [{ path: '/how-we-pay' }] } })

  // The words of an edit are found when it is published, and those that it replaced no more; a withdrawn page not at all.
  const next = await page.publish('How we pay for okapis', 'Nobody is paid.', true)
  expect([await paths('okapis'), await paths('narwhals')]).toEqual([[], ['/how-we-pay']])
  await next.publish()
  expect([await paths('okapis'), await paths('narwhals')]).toEqual([['/how-we-pay'], []])
  done(await withdrawStory(by.adviser, { ...next.on, reason: 'Another page says it.' }))
  expect(await paths('okapis')).toEqual([])
  await expect(db().$executeRaw`INSERT INTO "SearchSheet" ("id", "storyId", "revisionId", "day", "body", "vector") VALUES (gen_random_uuid(), ${page.storyId}::uuid, ${next.on.revisionId}::uuid, now(), '', '')`).rejects.toThrow(/not what readers see/)
  await inTransaction((tx) => indexPages(tx, [page.storyId]))
  expect(await paths('okapis')).toEqual([])
})

test('the pages of a printed issue are found while readers see it, by their text, each on its own', async () => {
  const [editor, adviser] = [await anActor('EDITOR'), await anActor('ADVISER')]
  const [one, two] = ['The pangolin band will play at the stadium on Friday, the first time in nine years.', 'A tapir was seen behind the gym, said all who were there at noon on that day.']
  const draft = await anIssue(editor, [one])
  expect(await paths('pangolin')).toEqual([])
  await inTransaction((tx) => indexIssue(tx, draft))
  expect(await paths('pangolin')).toEqual([])
  const issueId = await aLiveIssue(editor, adviser, [one, two])
  const answer = await found('tapirs')
  expect(answer.sheets.print).toMatchObject([{ path: '/issues/vol-3-issue-2/2', print: { title: 'October issue', volume: 3, number: 2, page: 2, date: '2026-10-30' } }])
  expect(answer.sheets.print[0]?.passage).toContainEqual({ text: 'tapir', hit: true })
  expect(await paths('"october issue"')).toEqual(['/issues/vol-3-issue-2/1'])
  expect(await paths({ q: 'tapir', year: '2026-27' })).toHaveLength(1)
  expect(await paths({ q: 'tapir', year: '2025-26' })).toEqual([])
  expect(await found({ q: 'tapir', print: true })).toMatchObject({ results: [], sheets: { print: [{ path: '/issues/vol-3-issue-2/2' }], pages: [] } })

  // What the index lost is filled in again; what is withdrawn is gone at once, and refused.
  await db().searchSheet.deleteMany({})
  lookAgain()
  await fillSearch(new Date())
  expect(await paths('tapir')).toHaveLength(1)
  const { id: printPageId } = await db().printPage.findFirstOrThrow({ where: { issueId }, select: { id: true } })
  done(await withdrawIssue(adviser, { issueId, reason: 'The wrong file.' }))
  expect(await paths('tapir OR pangolin')).toEqual([])
  await expect(db().$executeRaw`INSERT INTO "SearchSheet" ("id", "printPageId", "day", "body", "vector") VALUES (gen_random_uuid(), ${printPageId}::uuid, now(), '', '')`).rejects.toThrow(/not what readers see/)
})

test('of many printed pages the best are shown and the others can be asked for', async () => {
  const [editor, adviser] = [await anActor('EDITOR'), await anActor('ADVISER')]
  await aLiveIssue(editor, adviser, Array.from({ length: 7 }, (_, at) => `Page ${at} tells at some length of the quetzal that lives behind the gym.`), { title: 'Birds', volume: 4, number: 1, date: '2026-11-01' })
  expect((await found('quetzal')).sheets).toMatchObject({ print: { length: 3 }, morePrint: true })
  expect((await found({ q: 'quetzal', print: true })).sheets).toMatchObject({ print: { length: 7 }, morePrint: false })
})

test('no printed page leads to somebody who asked not to be named, or wants less of their name shown', async () => {
  const [editor, adviser, writer] = [await anActor('EDITOR'), await anActor('ADVISER'), await anActor('WRITER')]
  await db().staffMember.update({ where: { id: writer.staffId }, data: { name: 'Ottoline Quagga' }, select: { id: true } })
  await aLiveIssue(editor, adviser, ['Ottoline Quagga and Ferdinand Kakapo won the saiga prize on Friday evening.', 'Somebody else won the other saiga prize on the same Friday evening.'], { title: 'Prizes', volume: 5, number: 1, date: '2026-11-02' })
  expect(await paths('saiga')).toHaveLength(2)
  done(await changeByline(adviser, { staffId: writer.staffId, bylineForm: 'HIDDEN' }))
  for (const word of ['saiga', 'quagga']) expect((await paths(word)).filter((path) => path.endsWith('/1')), word).toEqual([])
  done(await changeByline(writer, { staffId: writer.staffId, bylineForm: 'FULL' }))
  expect(await paths('saiga')).toHaveLength(2)
  await db().optOut.create({ data: { name: 'Ferdinand Kakapo', addedById: adviser.userId }, select: { id: true } })
  expect(await paths('saiga')).toEqual(['/issues/vol-5-issue-1/2'])
})
