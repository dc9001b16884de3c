import 'fake-indexeddb/auto'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { newSharedDraft } from '#domain/together/shared-draft.ts'
import { BLANK } from '../session/fake-paper.ts'
import { earlierTexts, setAside } from './earlier-texts.ts'
import { keepDocument } from './keep-document.ts'
import { databaseName, databasesOf, forgetDatabase, forgetWhatIsStored, unsentHeadlines, unsentIn } from './kept-databases.ts'

let people = 0
const somebody = () => ({ userId: `person-${(people += 1)}`, storyId: 'story', generation: 'one' })

async function visit(of: ReturnType<typeof somebody>, doc = new Y.Doc()) {
  const onTrouble = vi.fn()
  const keeper = keepDocument(databaseName(of), { doc }, onTrouble)
  const found = await keeper.opened
  return { doc, keeper, found, onTrouble, leave: async () => (keeper.close(), await new Promise((resolve) => setTimeout(resolve, 20))) }
}

test('what is typed is there at the next visit, with whether it was ever stored', async () => {
  const of = somebody()
  const first = await visit(of)
  expect(first.found).toEqual({ unsent: false })
  first.doc.getText('headline').insert(0, 'Kept')
  first.keeper.markUnsent(true, 'Kept')
  await first.leave()
  const second = await visit(of)
  expect(second.doc.getText('headline').toString()).toBe('Kept')
  expect(second.found).toEqual({ unsent: true })
  second.keeper.markUnsent(false, 'Kept')
  await second.leave()
  expect((await visit(of)).found).toEqual({ unsent: false })
})

test('two tabs of one person keep into one place, and neither loses what the other kept', async () => {
  const of = somebody()
  const [one, two] = [await visit(of), await visit(of)]
  one.doc.getText('headline').insert(0, 'one')
  two.doc.getText('deck').insert(0, 'two')
  await one.leave()
  await two.leave()
  const { doc } = await visit(of)
  expect([doc.getText('headline').toString(), doc.getText('deck').toString()]).toEqual(['one', 'two'])
})

test('what one person kept is not the other’s', async () => {
  const [ana, ben] = [somebody(), somebody()]
  const hers = await visit(ana)
  hers.doc.getText('headline').insert(0, 'Hers')
  await hers.leave()
  expect((await visit(ben)).doc.getText('headline').toString()).toBe('')
})

test('a browser without a database says so, and nothing breaks', async () => {
  vi.stubGlobal('indexedDB', undefined)
  const { found, doc, keeper, leave } = await visit(somebody())
  expect(found).toBeNull()
  doc.getText('headline').insert(0, 'x')
  keeper.markUnsent(true, 'x')
  await leave()
  expect(await databasesOf({})).toEqual([])
  vi.unstubAllGlobals()
})

test('a browser that refuses to open one is no different', async () => {
  vi.stubGlobal('indexedDB', { open: () => { throw new DOMException('denied', 'SecurityError') } })
  expect((await visit(somebody())).found).toBeNull()
  vi.unstubAllGlobals()
})

test('when what is kept is deleted under an open page, the page is told, and typing goes on', async () => {
  const of = somebody()
  const { doc, onTrouble } = await visit(of)
  await forgetDatabase(databaseName(of))
  expect(onTrouble).toHaveBeenCalledOnce()
  expect(() => doc.getText('headline').insert(0, 'still typing')).not.toThrow()
})

test('signing out forgets what the server has, whoever typed it, and nothing else', async () => {
  const [stored, unsent] = [somebody(), somebody()]
  const first = await visit(stored)
  first.doc.getText('headline').insert(0, 'Stored')
  await first.leave()
  const second = await visit(unsent)
  second.doc.getText('headline').insert(0, 'Unsent')
  second.keeper.markUnsent(true, 'Unsent')
  await second.leave()
  await forgetWhatIsStored()
  const names = await databasesOf({})
  expect(names).not.toContain(databaseName(stored))
  expect(names).toContain(databaseName(unsent))
  expect(await unsentHeadlines(unsent.userId)).toEqual(['Unsent'])
  expect(await unsentHeadlines(stored.userId)).toEqual([])
})

test('a database without notes, or with one that cannot be read, is not taken for something that it is not', async () => {
  const of = somebody()
  const { keeper, leave } = await visit(of)
  keeper.markUnsent(true, 'x'.repeat(10))
  await leave()
  expect(await unsentIn(databaseName(of))).toEqual({ headline: 'x'.repeat(10) })
  expect(await unsentIn('fourth-period:nobody:nothing:none')).toBeNull()
})

test('unsent text of an older line of history is offered, that of this one is not', async () => {
  const of = somebody()
  const older = await visit({ ...of, generation: 'zero' }, newSharedDraft({ ...BLANK, headline: 'Older' }))
  older.keeper.markUnsent(true, 'Older')
  await older.leave()
  const own = await visit(of)
  own.keeper.markUnsent(true, 'Own')
  await own.leave()
  const found = await earlierTexts(of)
  expect(found.map(({ name, content }) => [name, content.headline])).toEqual([[databaseName({ ...of, generation: 'zero' }), 'Older']])
})

test('text that was put aside is no longer merged into the story, and is offered for copying', async () => {
  const of = somebody()
  const first = await visit(of, newSharedDraft({ ...BLANK, headline: 'Not taken' }))
  first.keeper.markUnsent(true, 'Not taken')
  await first.leave()
  await setAside(of, first.doc, 7)
  expect((await visit(of)).doc.getText('headline').toString()).toBe('')
  const offered = await earlierTexts(of)
  expect(offered.map(({ content }) => content.headline)).toEqual(['Not taken'])
  await forgetDatabase(offered[0]?.name ?? '')
  expect(await earlierTexts(of)).toEqual([])
})
