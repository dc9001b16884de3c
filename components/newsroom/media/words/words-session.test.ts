import { expect, test } from 'vitest'
import type { AssetChange } from '#domain/media-library.ts'
import type { NewsroomAsset } from '#domain/media.ts'
import { assetLike } from '../asset-like.ts'
import { isUnsaved, openWords, type WordsAnswer } from './words-session.ts'

const start = assetLike({ caption: 'The band plays.', version: 3 })

/** A session whose saves are answered by hand and whose pauses end by hand. */
function desk(asset: NewsroomAsset = start) {
  const saves: { change: AssetChange; answer: (answer: WordsAnswer) => void }[] = []
  let pause: { seconds: number; work: () => void } | null = null
  const session = openWords(asset, {
    timeZone: 'America/Los_Angeles',
    save: (change) => new Promise((answer) => saves.push({ change, answer })),
    later: (seconds, work) => {
      const mine = { seconds, work }
      pause = mine
      return () => {
        if (pause === mine) pause = null
      }
    },
  })
  const answer = async (at: number, what: WordsAnswer) => {
    saves[at]?.answer(what)
    await new Promise((go) => setTimeout(go))
  }
  return { session, saves, answer, pause: () => pause, rest: () => pause?.work() }
}
const stored = (change: Partial<NewsroomAsset>): WordsAnswer => ({ kind: 'saved', asset: { ...start, version: 4, ...change } })

test('what is typed is sent after a pause: only the changed fields, from the version that is known', async () => {
  const { session, saves, answer, pause, rest } = desk()
  session.type({ alt: 'Six students ' })
  session.type({ alt: 'Six students with horns ' })
  expect(session.view().phase).toBe('waiting')
  expect(saves).toHaveLength(0)
  expect(pause()?.seconds).toBe(1)
  rest()
  expect(saves[0]?.change).toEqual({ assetId: start.id, version: 3, alt: 'Six students with horns' })
  expect(session.view().phase).toBe('saving')
  await answer(0, stored({ alt: 'Six students with horns' }))
  expect(session.view()).toMatchObject({ phase: 'saved', values: { alt: 'Six students with horns ' }, asset: { version: 4 } })
  expect(isUnsaved(session.view())).toBe(false)
})

test('leaving a field saves at once, and nothing typed means nothing sent', async () => {
  const { session, saves } = desk()
  await session.saveNow()
  expect(session.view().phase).toBe('still')
  session.type({ caption: 'The band plays. ' })
  await session.saveNow()
  expect(saves).toHaveLength(0)
  expect(session.view().phase).toBe('saved')
  session.type({ people: 'Ana Ruiz, Ben Cho\n\nMia Okafor;' })
  void session.saveNow()
  expect(saves[0]?.change).toMatchObject({ people: ['Ana Ruiz', 'Ben Cho', 'Mia Okafor'] })
})

test('one save at a time: what is typed meanwhile follows with the new version', async () => {
  const { session, saves, answer, rest } = desk()
  session.type({ caption: 'One' })
  rest()
  session.type({ caption: 'Two' })
  rest()
  expect(saves).toHaveLength(1)
  await answer(0, stored({ caption: 'One' }))
  expect(saves[1]?.change).toMatchObject({ version: 4, caption: 'Two' })
  await answer(1, stored({ caption: 'Two', version: 5 }))
  expect(session.view()).toMatchObject({ phase: 'saved', asset: { caption: 'Two', version: 5 } })
})

test('a refusal stands beside its field and keeps what was typed', async () => {
  const { session, answer, rest, saves } = desk()
  session.type({ alt: 'IMG_2041' })
  rest()
  await answer(0, { kind: 'refused', problems: [{ field: 'alt', message: 'This is a file name.' }] })
  expect(session.view()).toMatchObject({ phase: 'refused', values: { alt: 'IMG_2041' }, problems: [{ field: 'alt' }] })
  expect(isUnsaved(session.view())).toBe(true)
  session.type({ alt: 'Horns' })
  rest()
  await answer(1, stored({ alt: 'Horns' }))
  expect(saves).toHaveLength(2)
  expect(session.view()).toMatchObject({ phase: 'saved', problems: [] })
})

test('without a connection it tries again by itself', async () => {
  const { session, answer, rest, pause, saves } = desk()
  session.type({ alt: 'Horns' })
  rest()
  await answer(0, { kind: 'failed', message: 'The connection is down.' })
  expect(session.view().phase).toBe('trouble')
  expect(pause()?.seconds).toBe(5)
  rest()
  await answer(1, stored({ alt: 'Horns' }))
  expect(session.view().phase).toBe('saved')
  expect(saves).toHaveLength(2)
})

test('what somebody else changed in another field stays, and ours is saved on top', async () => {
  const { session, answer, rest, saves } = desk()
  session.type({ alt: 'Horns' })
  rest()
  await answer(0, { kind: 'conflict', message: 'Ana was faster.', theirs: { ...start, version: 8, caption: 'Their caption', people: ['Ana'] } })
  expect(saves[1]?.change).toEqual({ assetId: start.id, version: 8, alt: 'Horns' })
  expect(session.view().values).toMatchObject({ caption: 'Their caption', people: 'Ana', alt: 'Horns' })
})

test('the same words from two people are no conflict', async () => {
  const { session, answer, rest, saves } = desk()
  session.type({ alt: 'Horns' })
  rest()
  await answer(0, { kind: 'conflict', message: 'Ana was faster.', theirs: { ...start, version: 8, alt: 'Horns' } })
  expect(saves).toHaveLength(1)
  expect(session.view().phase).not.toBe('conflict')
})

test('two texts for one field are both shown until somebody decides', async () => {
  const { session, answer, rest, saves } = desk()
  session.type({ caption: 'Mine', alt: 'Horns' })
  rest()
  const theirs = { ...start, version: 8, caption: 'Theirs' }
  await answer(0, { kind: 'conflict', message: 'Ana was faster.', theirs })
  expect(session.view()).toMatchObject({ phase: 'conflict', values: { caption: 'Mine', alt: 'Horns' }, theirs: { message: 'Ana was faster.', fields: ['caption'], values: { caption: 'Theirs' } } })
  await session.saveNow()
  session.type({ caption: 'Mine still' })
  expect(saves).toHaveLength(1)
  session.decide('mine')
  expect(saves[1]?.change).toEqual({ assetId: start.id, version: 8, caption: 'Mine still', alt: 'Horns' })
})

test('taking their words keeps ours in the other fields', async () => {
  const { session, answer, rest, saves } = desk()
  session.decide('theirs')
  session.type({ caption: 'Mine', alt: 'Horns' })
  rest()
  await answer(0, { kind: 'conflict', message: 'Ana was faster.', theirs: { ...start, version: 8, caption: 'Theirs' } })
  session.decide('theirs')
  expect(saves[1]?.change).toEqual({ assetId: start.id, version: 8, alt: 'Horns' })
  expect(session.view().values).toMatchObject({ caption: 'Theirs', alt: 'Horns' })
})

test('news of the picture itself does not touch words or their version', () => {
  const { session } = desk({ ...start, status: 'PENDING' })
  session.type({ caption: 'Mine' })
  session.refresh({ ...start, status: 'READY', version: 9, caption: 'Theirs' })
  expect(session.view()).toMatchObject({ asset: { status: 'READY', version: 3, caption: 'The band plays.' }, values: { caption: 'Mine' } })
})

test('the day is the one of the paper, and a new one is its noon', () => {
  const { session, saves } = desk({ ...start, takenAt: '2026-11-25T03:00:00.000Z' })
  expect(session.view().values.takenOn).toBe('2026-11-24')
  session.type({ takenOn: '2026-11-20', focalX: 0.3 })
  void session.saveNow()
  expect(saves[0]?.change).toMatchObject({ takenAt: '2026-11-20T20:00:00.000Z', focalX: 0.3 })
  const other = desk({ ...start, takenAt: '2026-11-25T03:00:00.000Z' })
  other.session.type({ takenOn: '' })
  void other.session.saveNow()
  expect(other.saves[0]?.change).toMatchObject({ takenAt: null })
})
