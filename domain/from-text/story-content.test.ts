import { expect, test } from 'vitest'
import { EMPTY_DOCUMENT } from '../document/schema.ts'
import { storyContentSchema } from '../story.ts'
import { storyToMake, type EditedStory, type PlacedPicture } from './story-content.ts'
import { understandText } from './understand.ts'

const ASSETS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222', '33333333-3333-4333-8333-333333333333'] as const
const ANA = { staffId: '44444444-4444-4444-8444-444444444444', name: 'Ana Ruiz', position: 'Staff Writer' }
const LONG = 'The committee met on Tuesday, talked about the bus for an hour and then agreed on a plan that nobody had proposed.'

function edited(lines: string[], assets: readonly (string | null)[] = []): EditedStory {
  const story = understandText(lines.join('\n'))
  return { ...story, pictures: story.pictures.map((picture, index): PlacedPicture => ({ ...picture, assetId: assets[index] ?? null })) }
}

test('the first uploaded picture leads, the others stand where the source had them', () => {
  const lines = ['A bus for everyone', 'first+one+here.jpg', LONG, 'second+one+here.jpg', `${LONG} Really.`, 'third+one+(Courtesy+of+Ben).jpg']
  const { content, notes } = storyToMake(edited(lines, ASSETS), [])
  expect(storyContentSchema.parse(content)).toEqual(content)
  expect(content.lead).toEqual({ assetId: ASSETS[0], caption: 'first one here', alt: '', credit: '' })
  expect(content.body.content.map(({ type }) => type)).toEqual(['paragraph', 'image', 'paragraph', 'image'])
  expect(notes).toEqual([])
})

test('a picture without upload becomes a note, with all that is known of it', () => {
  const lines = ['A bus for everyone', 'The+new+stop+(Courtesy+of+Ben).jpg', LONG, 'IMG_2041.jpg', '[Note: ask Ben]']
  expect(storyToMake(edited(lines), [])).toMatchObject({
    content: { lead: null, body: { content: [{ type: 'paragraph' }] } },
    notes: ['Picture to add: “The new stop” — Courtesy of Ben. File: The new stop (Courtesy of Ben)', 'Picture to add: File: IMG_2041.jpg', '[Note: ask Ben]'],
  })
  const bare = { key: '', caption: '', credit: '', alt: 'A bench', fileName: '', sourceLines: [], afterBlocks: 0, assetId: null }
  expect(storyToMake({ ...edited(['A']), pictures: [bare, { ...bare, alt: '' }] }, []).notes).toEqual([
    'Picture to add: Alt text: “A bench”',
    'Picture to add: the text names one without words.',
  ])
})

test('bylines are matched to staff by exact name; empty ones are left out', () => {
  const story = { ...edited(['A bus']), bylines: [{ name: ' Ana Ruiz ', credit: '' }, { name: 'Ana Ruiz', credit: 'Guest' }, { name: 'Ben Cho', credit: 'Guest' }, { name: ' ', credit: 'x' }] }
  expect(storyToMake(story, [ANA]).content.bylines).toEqual([
    { staffId: ANA.staffId, name: null, credit: 'Staff Writer' },
    { staffId: ANA.staffId, name: null, credit: 'Guest' },
    { staffId: null, name: 'Ben Cho', credit: 'Guest' },
  ])
  expect(storyToMake(story, [ANA, { ...ANA, staffId: ASSETS[0] }]).content.bylines[0]).toEqual({ staffId: null, name: 'Ana Ruiz', credit: '' })
})

test('a story without text is an empty one', () => {
  expect(storyToMake(edited(['A bus']), []).content.body).toEqual(EMPTY_DOCUMENT)
  const two = edited(['A bus', 'first+one+here.jpg', 'second+one+here.jpg'], ASSETS)
  expect(storyToMake(two, []).content.body.content.map(({ type }) => type)).toEqual(['image'])
})

test('a remark of any length is kept, in notes that fit', () => {
  const { notes } = storyToMake({ ...edited(['A bus']), notes: ['😀'.repeat(3_000)] }, [])
  expect(notes.join('')).toBe('😀'.repeat(3_000))
  expect(notes.every((note) => note.length <= 4_000)).toBe(true)
})
