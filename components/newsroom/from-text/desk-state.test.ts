import { expect, test } from 'vitest'
import { changeDesk, editedStory, EMPTY_DESK, understand, type DeskChange } from './desk-state.ts'

const after = (...changes: DeskChange[]) => changes.reduce(changeDesk, EMPTY_DESK)
const story = (...changes: DeskChange[]) => {
  const { reading, edits } = after(...changes)
  return editedStory(understand(reading), edits)
}
const source = 'The Weekly Gull\nA bus for everyone\nBy Ana Ruiz\nIt comes every hour, and it waits for whoever still is in the library.'
const pasted: DeskChange = { type: 'retyped', source }

test('what was typed over the understood words stays while the text goes on changing', () => {
  expect(story(pasted, { type: 'words', edits: { headline: 'A bus' } }, { type: 'retyped', source: `${source}\n\nMore.` }).headline).toBe('A bus')
  expect(story(pasted, { type: 'words', edits: { bylines: [] } }).bylines).toEqual([])
})

test('saying which line is the headline means that line, and there is one headline', () => {
  const chosen: DeskChange = { type: 'line', number: 2, role: 'headline', was: 'deck' }
  expect(story(pasted, { type: 'words', edits: { headline: 'Typed' } }, chosen).headline).toBe('A bus for everyone')
  expect(after(pasted, chosen, { type: 'line', number: 1, role: 'headline', was: 'paragraph' }).reading.overrides).toEqual({ 1: 'headline' })
  expect(after(pasted, chosen, { type: 'line', number: 2, role: null, was: 'headline' }).reading.overrides).toEqual({})
})

test('another way of reading forgets what was said about lines; another file forgets everything', () => {
  const dropped: DeskChange = { type: 'line', number: 1, role: 'dropped', was: 'headline' }
  expect(after(pasted, dropped, { type: 'format', format: 'markdown' }).reading).toEqual({ source, format: 'markdown', overrides: {} })
  expect(after(pasted, { type: 'words', edits: { headline: 'A bus' } }, { type: 'replaced', source: '# B', format: 'markdown' })).toEqual({
    reading: { source: '# B', format: 'markdown', overrides: {} },
    edits: { pictures: {} },
  })
})

test('words of a picture hold on to it while lines move', () => {
  const moved: DeskChange = { type: 'retyped', source: `A bus\n\nstop.jpg\n${source}` }
  const changes: DeskChange[] = [{ type: 'retyped', source: `stop.jpg\n${source}` }, { type: 'picture', key: 'stop.jpg#0', edit: { caption: 'The stop' } }, { type: 'picture', key: 'stop.jpg#0', edit: { credit: 'Ben' } }]
  expect(story(...changes, moved).pictures).toMatchObject([{ caption: 'The stop', credit: 'Ben', assetId: null, fileName: 'stop.jpg' }])
})
