import { describe, expect, it, test } from 'vitest'
import { NOTHING_ASKED, readAsked } from '#domain/search/filters.ts'
import { db } from '../db.ts'
import { anActor, aSection, aStory, done } from '../testing/builders.ts'
import { anAsset } from '../testing/pictures.ts'
import { bodyOf, headlinesFor, searchFor } from '../testing/searching.ts'
import { createStory } from '../stories/commands.ts'
import { approveRevision, publishRevision, sendOn, submitStory } from '../stories/moves.ts'
import { readSearch } from './search.ts'

test('a live story is found by every part of it', async () => {
  await aStory('LIVE', { headline: 'Quokka visits school', deck: 'It liked the wombat.', tags: ['Numbats'], body: bodyOf('The first line.', 'Nobody expected the thylacine at the bell.'), bylines: [{ staffId: null, name: 'Zebulon Pike', credit: 'Guest' }] })
  for (const word of ['quokka', 'WOMBATS', 'numbat', 'thylacine', 'expecting', '"the thylacine at the bell"', 'quokka OR nothinglikeit', 'quokka -koala', 'thyla', 'zebulon', '"Zebulon Pike"']) expect(await headlinesFor(word), word).toEqual(['Quokka visits school'])
  for (const word of ['koala', '"thylacine expected"', 'quokka -thylacine', 'author', 'pictures']) expect(await headlinesFor(word), word).toEqual([])
  const answer = await searchFor('thylacine')
  expect(answer).toMatchObject({ count: 1, next: null, instead: null, meant: null, results: [{ headline: [{ text: 'Quokka visits school' }], deck: [{ text: 'It liked the wombat.' }] }] })
  expect(answer.kind === 'found' && answer.results[0]?.passage).toMatchObject({ of: 'text', pieces: [{ text: '… ' }, { text: 'Nobody expected the ', hit: false }, { text: 'thylacine', hit: true }, { text: ' at the bell.' }] })
  expect(await searchFor('quokkas visiting')).toMatchObject({ results: [{ headline: [{ text: 'Quokka', hit: true }, { text: ' ' }, { text: 'visits', hit: true }, { text: ' school' }], passage: null }] })
})

test('accents, case and punctuation do not matter, in neither direction', async () => {
  await aStory('LIVE', { headline: 'Café Gruñón opens', body: bodyOf('“Crème brûlée” — O’Malley’s favourite, e\u0301clairs too.') })
  for (const word of ['cafe', 'CAFÉ', 'grunon', 'gruñon', 'creme', '"creme brulee"', 'omalleys', "o'malley's", 'eclairs', 'éclair']) expect(await headlinesFor(word), word).toEqual(['Café Gruñón opens'])
})

test('a word in the headline counts most, and of two alike the newer one', async () => {
  const section = await aSection()
  const inText = await aStory('LIVE', { headline: 'In the text', sectionId: section.id, body: bodyOf('A capybara, somewhere in a text of some length about all kinds of things.') })
  await aStory('LIVE', { headline: 'The capybara', sectionId: section.id })
  const older = await aStory('LIVE', { headline: 'In the text before', sectionId: section.id, body: bodyOf('A capybara, somewhere in a text of some length about all kinds of things.') })
  expect((await headlinesFor('capybara'))[0]).toBe('The capybara')
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = now() - interval '4 years' WHERE "id" = ${older.storyId}::uuid`
  // Nobody finds it with the wrong day until it is indexed anew.
  expect(await headlinesFor('capybara')).toEqual(['The capybara', 'In the text'])
  const { fillSearch, lookAgain } = await import('./fill.ts')
  lookAgain()
  expect(await fillSearch(new Date())).toBe(1)
  expect(await fillSearch(new Date())).toBe(0)
  expect(await headlinesFor('capybara')).toEqual(['The capybara', 'In the text', 'In the text before'])
  expect(inText.storyId).not.toBe(older.storyId)
})

describe('typing mistakes', () => {
  it('nothing found: what was probably meant is looked for, and said', async () => {
    await aStory('LIVE', { headline: 'Archaeopteryx found' })
    expect(await searchFor('archeopterix')).toMatchObject({ instead: 'archaeopteryx', count: 1, results: [{ headline: [{ text: 'Archaeopteryx', hit: true }, { text: ' found' }] }] })
    expect(await searchFor('archeopterix found')).toMatchObject({ instead: 'archaeopteryx found', count: 1 })
    expect(await searchFor('"archeopterix"')).toMatchObject({ instead: null, count: 0, meant: null })
  })

  it('little found: what may have been meant is offered', async () => {
    await aStory('LIVE', { headline: 'Velociraptor one' })
    await aStory('LIVE', { headline: 'Velociraptor two' })
    await aStory('LIVE', { headline: 'The whole deinonychus' })
    expect(await searchFor('velociraptor OR deinnychus')).toMatchObject({ count: 2, instead: null, meant: 'velociraptor OR deinonychus' })
  })

  it('a name that readers see can be meant', async () => {
    const story = await aStory('LIVE', { headline: 'Signed by somebody' })
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Wilhelmina Ostergaard' }, select: { id: true } })
    expect(await searchFor('wilhemina')).toMatchObject({ instead: 'wilhelmina', results: [{ card: { headline: 'Signed by somebody' } }] })
  })
})

test('an unfinished last word finds what begins so', async () => {
  await aStory('LIVE', { headline: 'Running with pangolins' })
  for (const typed of ['pang', 'pangol', 'running pango', 'pangolin', 'runnin']) expect(await headlinesFor(typed), typed).toEqual(['Running with pangolins'])
  expect(await headlinesFor('pango running')).toEqual([])
  expect(await headlinesFor('"pang"')).toEqual([])
})

test('an answer can be narrowed by section, author, school year and pictures, also without words', async () => {
  const section = await aSection('Sports')
  const writer = await anActor('WRITER', 'Nadia Kest')
  const asset = await anAsset(writer)
  await db().mediaAsset.update({ where: { id: asset }, data: { rights: 'STAFF', makerKind: 'STAFF', makerStaffId: writer.staffId, makerName: 'Nadia Kest' }, select: { id: true } })
  const lead = { assetId: asset, caption: 'An axolotl in its tank.', alt: 'A pale axolotl', credit: 'Nadia Kest' }
  const pictured = await aStory('LIVE', { headline: 'Axolotl with picture', sectionId: section.id, lead })
  await aStory('LIVE', { headline: 'Axolotl elsewhere', bylines: [{ staffId: writer.staffId, name: null, credit: '' }] })
  const before = await aStory('LIVE', { headline: 'Axolotl before', sectionId: section.id })
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = '2020-08-01T06:59:59Z' WHERE "id" = ${before.storyId}::uuid`
  const { fillSearch, lookAgain } = await import('./fill.ts')
  lookAgain()
  await fillSearch(new Date())

  expect(await headlinesFor({ q: 'axolotl', section: section.slug })).toEqual(['Axolotl with picture', 'Axolotl before'])
  expect(await headlinesFor({ q: 'axolotl', pictures: true })).toEqual(['Axolotl with picture'])
  expect(await headlinesFor({ q: 'axolotl', author: writer.staffId })).toEqual(['Axolotl elsewhere'])
  // The school year turns at midnight in the paper's time zone: 07:00 UTC in Los Angeles.
  expect(await headlinesFor({ q: 'axolotl', year: '2019-20' })).toEqual(['Axolotl before'])
  expect(await headlinesFor({ q: 'axolotl', year: '2020-21' })).toEqual([])
  expect(await headlinesFor({ section: section.slug })).toEqual(['Axolotl with picture', 'Axolotl before'])
  expect(await headlinesFor({ section: section.slug, pictures: true })).toEqual(['Axolotl with picture'])
  expect(await searchFor({ q: 'axolotl', section: 'no-such-section' })).toMatchObject({ kind: 'found', count: 0 })
  expect(await searchFor('tank')).toMatchObject({ results: [{ passage: { of: 'caption', pieces: [{ text: 'An axolotl in its ' }, { text: 'tank', hit: true }, { text: '.' }] } }] })
  expect(pictured.storyId).not.toBe('')

  const { choices } = await readSearch(NOTHING_ASKED, { many: 10, whole: true })
  expect(choices.authors).toContainEqual({ id: writer.staffId, name: 'Nadia Kest' })
  expect(choices.authors.map(({ name }) => name)).not.toContain('Nobody')
  expect(choices.years.at(-1)).toBe('2019-20')
  expect(choices.years.length).toBeGreaterThan(5)
})

test('every result is on one page, and on one alone', async () => {
  const [writer, editor, adviser] = [await anActor('WRITER'), await anActor('EDITOR'), await anActor('ADVISER')]
  const section = await aSection()
  const ids = new Set<string>()
  for (let at = 0; at < 13; at += 1) {
    const content = { headline: `Tardigrade ${at % 3}`, deck: '', slug: '', sectionId: section.id, tags: [], bylines: [{ staffId: writer.staffId, name: null, credit: '' }], lead: null, body: bodyOf('A tardigrade.') }
    const made = done(await createStory(writer, { content }))
    done(await submitStory(writer, made))
    done(await sendOn(editor, made))
    done(await approveRevision(adviser, made))
    done(await publishRevision(editor, made))
    ids.add(made.storyId)
  }
  // All at one moment: only their ids tell them apart.
  await db().$executeRaw`UPDATE "Story" SET "firstPublishedAt" = '2025-01-01' WHERE "id" = ANY (${[...ids]}::uuid[])`
  const { fillSearch, lookAgain } = await import('./fill.ts')
  lookAgain()
  await fillSearch(new Date())
  for (const asked of [{ q: 'tardigrade' }, { section: section.slug }, { q: 'tardigr' }]) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer = await searchFor({ ...asked, after }, 3)
      if (answer.kind !== 'found') throw new Error('nothing was found')
      expect(answer.count).toBe(13)
      seen.push(...answer.results.map(({ card }) => card.path))
      after = answer.next
    } while (after !== null)
    expect(seen).toHaveLength(13)
    expect(new Set(seen).size).toBe(13)
  }
})

test('words that name one person are asked as that person, beside other words', async () => {
  const [odalys, other] = [await anActor('WRITER', 'Odalys Brightwater'), await anActor('WRITER', 'Odalys Kentish')]
  const by = ({ staffId }: typeof odalys) => [{ staffId, name: null, credit: '' }]
  await aStory('LIVE', { headline: 'Signed by her', bylines: by(odalys), body: bodyOf('A glissando.') })
  await aStory('LIVE', { headline: 'About her', body: bodyOf('Brightwater, whom they call Odalys.') })
  await aStory('LIVE', { headline: 'By another', bylines: by(other), body: bodyOf('Bright water, or Brightwater.') })
  const find = async (q: string) => (await headlinesFor(q)).toSorted()
  expect(await find('odalys brightwater')).toEqual(['About her', 'Signed by her'])
  expect(await find('"Odalys Brightwater"')).toEqual(['Signed by her'])
  expect(await find('brightwater')).toEqual(['About her', 'By another', 'Signed by her'])
  expect(await find('glissando odalys brightwater')).toEqual(['Signed by her'])
  expect(await find('odalys brightw')).toEqual(['About her', 'Signed by her'])
  expect(await find('odalys -brightwater')).toEqual([])
})

describe('whatever is typed', () => {
  it.each(["'", "''", ':*', '\\', "\\'", 'a:*', "x' | y", '&', '|', '!', '(', ')', '<->', '!!!', '"', '-', '--', '%', '_', '\u0000', '🎉', '🎉 party', '\ud800', 'the', 'the and of', 'OR', 'x'.repeat(5_000), 'ab '.repeat(100), '"'.repeat(200), '-a', 'a -', "Robert'); DROP TABLE", 'ﷺ'.repeat(60), 'A', 'Ａｂｃ'])(
    'gets an answer: %j',
    async (typed) => {
      const asked = readAsked((name) => (name === 'q' ? typed : undefined))
      expect(['found', 'common', 'empty']).toContain((await readSearch(asked, { many: 10, whole: false })).answer.kind)
    },
  )

  it('a cursor that was made up begins at the beginning or ends', async () => {
    for (const after of ['x', "x_0_0_1'--_0191a2b3-0000-7000-8000-000000000001", 'w_0_0_-9999_0191a2b3-0000-7000-8000-000000000001', 'x_2969_2900_1_0191a2b3-0000-7000-8000-000000000001']) {
      expect((await searchFor({ q: 'capybara', after })).kind, after).toBe('found')
    }
  })

  it('only words that stand in every text: that is said; somebody called so is found', async () => {
    expect(await searchFor('the and of')).toEqual({ kind: 'common' })
    expect(await searchFor('-capybara')).toEqual({ kind: 'common' })
    expect(await searchFor('')).toEqual({ kind: 'empty' })
    const story = await aStory('LIVE', { headline: 'Written by Will' })
    await db().staffMember.update({ where: { id: story.writer.staffId }, data: { name: 'Will Umber' }, select: { id: true } })
    for (const typed of ['will', 'Will Umber', '"Will Umber"', 'umber will']) expect(await headlinesFor(typed), typed).toEqual(['Written by Will'])
  })

  it('a very long story does not keep itself from being published', async () => {
    const words = Array.from({ length: 30_000 }, (_, at) => `w${at}é`)
    const paragraphs = Array.from({ length: 30 }, (_, at) => words.slice(at * 1_000, (at + 1) * 1_000).join(' '))
    await aStory('LIVE', { headline: 'Endless', body: bodyOf(...paragraphs, 'x'.repeat(5_000)) })
    expect(await headlinesFor('w77e')).toEqual(['Endless'])
  })
})
