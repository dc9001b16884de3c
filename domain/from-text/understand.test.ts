import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainText } from '../document/plain-text.ts'
import { storyDocumentSchema } from '../document/schema.ts'
import { understandText } from './understand.ts'
import { CLEAN_UPS, type UnderstoodStory } from './understood-story.ts'

const fixture = (name: string) => readFileSync(new URL(`../../e2e/fixtures/${name}`, import.meta.url), 'utf8')
const roles = (story: UnderstoodStory) => story.lines.map((line) => line.as).filter((role) => role !== 'blank')
const paragraphs = (story: UnderstoodStory) => story.body.content.filter(({ type }) => type === 'paragraph')
const read = (lines: string[], overrides = {}) => understandText(lines.join('\n'), overrides)
const LONG = 'The committee met on Tuesday, talked about the bus for an hour and then agreed on a plan that nobody had proposed.'

describe('a pasted page', () => {
  const story = understandText(fixture('pasted-story.txt'))

  test('has headline, one picture with caption and credit, and three paragraphs', () => {
    expect(story.headline).toBe('“Steady hands” – Harbor robotics and Mill Creek robotics meet for the regional final')
    expect(story.pictures).toHaveLength(1)
    expect(story.pictures[0]).toMatchObject({
      caption: 'Harbor and Mill Creek robots during their 4/18/26-4/19/26 final',
      credit: 'Courtesy of the Regional Robotics League',
      sourceLines: [3, 5],
      afterBlocks: 0,
    })
    expect(roles(story)).toEqual(['headline', 'picture', 'caption', 'paragraph', 'paragraph', 'paragraph'])
    expect(paragraphs(story)).toHaveLength(3)
    expect(story.bylines).toEqual([])
    expect(story.problem).toBeNull()
  })

  test('loses white space only: the doubled full stop stays for the copy desk', () => {
    expect(plainText(story.body)).toContain('the spring.. Harbor')
    expect(plainText(story.body)).not.toMatch(/\u00a0| $/m)
    expect(story.cleanups).toContainEqual({ line: 5, what: CLEAN_UPS.caption })
    expect(story.cleanups).toContainEqual({ line: 7, what: CLEAN_UPS.nbsp })
    expect(story.cleanups).toContainEqual({ line: 9, what: CLEAN_UPS.nbsp })
    expect(story.cleanups.filter(({ what }) => what === CLEAN_UPS.blank).map(({ line }) => line)).toEqual([2, 4, 6, 7, 8, 10, 12])
    expect(story.cleanups.map(({ what }) => what)).not.toContain(CLEAN_UPS.spaces)
  })

  test('shows every line of the source as it came', () => {
    expect(story.lines.map(({ text }) => text).join('\n')).toBe(fixture('pasted-story.txt'))
  })
})

test('a file with Windows line ends, a byte order mark and lines cut to a width', () => {
  const story = understandText(fixture('wrapped-story.txt'))
  expect(story.headline).toBe('Library keeps its lights on until eight')
  expect(story.bylines).toEqual([{ name: 'Rosa Lindqvist', credit: 'Staff Writer' }])
  expect(story.body.content.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'paragraph'])
  expect(plainText(story.body)).toContain('until eight in the evening from Monday on, and the late bus will wait')
  expect(story.notes).toEqual(['[Note: ask the bus company which stops it serves]'])
  expect(story.cleanups).toContainEqual({ line: 1, what: CLEAN_UPS.breaks })
  expect(story.cleanups).toContainEqual({ line: 1, what: CLEAN_UPS.invisible })
  expect(story.cleanups).toContainEqual({ line: 5, what: CLEAN_UPS.joined })
})

const seeds = new URL('../../../shared/seeds/', import.meta.url)
const seedNames = existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : []

test.skipIf(seedNames.length === 0)('a page that a school published', () => {
  for (const name of seedNames) {
    const story = understandText(readFileSync(new URL(name, seeds), 'utf8'))
    expect(story.headline).not.toBe('')
    expect(story.pictures).toHaveLength(1)
    expect(story.pictures[0]?.caption).not.toBe('')
    expect(story.pictures[0]?.credit).not.toBe('')
    expect(paragraphs(story)).toHaveLength(3)
    expect(story.body.content).toHaveLength(3)
    expect(JSON.stringify({ ...story, lines: [] })).not.toContain('\u00a0')
  }
})

describe('the head of a story', () => {
  test.each<[string, string[], string[]]>([
    ['headline, then text', ['A bus for everyone', '', LONG], ['headline', 'paragraph']],
    ['a byline below', ['A bus for everyone', 'By Ana Ruiz', LONG], ['headline', 'byline', 'paragraph']],
    ['a byline in two lines', ['A bus for everyone', 'By Ana Ruiz', 'Staff Writer', LONG], ['headline', 'byline', 'byline', 'paragraph']],
    ['a byline above', ['By Ana Ruiz', 'A bus for everyone', LONG], ['byline', 'headline', 'paragraph']],
    ['a deck above the byline', ['A bus for everyone', 'It comes every hour.', 'Ana Ruiz, Staff Writer', LONG], ['headline', 'deck', 'byline', 'paragraph']],
    ['a deck instead of a subhead', ['A bus for everyone', '', 'It comes every hour', '', LONG], ['headline', 'deck', 'paragraph']],
    ['a headline that stands there twice', ['A bus for everyone', 'A bus for everyone', LONG], ['headline', 'dropped', 'paragraph']],
    ['a picture first', ['bus-stop.jpg', 'A bus for everyone', LONG], ['picture', 'headline', 'paragraph']],
    ['a paragraph first', [`${LONG} ${LONG}`, LONG], ['paragraph', 'paragraph']],
    ['a byline at the end', ['A bus for everyone', LONG, 'By Ana Ruiz'], ['headline', 'paragraph', 'byline']],
    ['nothing but a headline', ['A bus for everyone'], ['headline']],
    ['a lone credit without picture', ['A bus for everyone', 'Photos by Ben Cho', LONG], ['headline', 'note', 'paragraph']],
  ])('%s', (_, lines, expected) => expect(roles(read(lines))).toEqual(expected))
})

describe('pictures', () => {
  const picture = (lines: string[]) => read(['A bus for everyone', ...lines, LONG]).pictures[0]

  test.each<[string, string[], { caption: string; credit: string; fileName: string }]>([
    ['a nameless file', ['IMG_2041.jpg'], { caption: '', credit: '', fileName: 'IMG_2041.jpg' }],
    ['a nameless file with words right below', ['IMG_2041.jpg', 'The new bus stop'], { caption: 'The new bus stop', credit: '', fileName: 'IMG_2041.jpg' }],
    ['words with a credit', ['stop.jpg', '', 'The new stop. (Photo by Ben Cho)'], { caption: 'The new stop.', credit: 'Ben Cho', fileName: 'stop.jpg' }],
    ['a credit of its own line', ['IMG_1.jpg', 'The new stop', 'Photo by Ben Cho'], { caption: 'The new stop', credit: 'Ben Cho', fileName: 'IMG_1.jpg' }],
    ['a Markdown image', ['![The new stop](a/b/stop.png)'], { caption: 'The new stop', credit: '', fileName: 'stop.png' }],
    ['a web address', ['https://x.example/up/The+new+stop.jpg?w=100'], { caption: 'The new stop', credit: '', fileName: 'The new stop' }],
    ['a name with spaces', ['The new stop on 3/20 (Courtesy of AP).JPG'], { caption: 'The new stop on 3/20', credit: 'Courtesy of AP', fileName: 'The new stop on 3/20 (Courtesy of AP).JPG' }],
    ['malformed encoding', ['The+new+stop%E0%A4%A'], { caption: 'The new stop%E0%A4%A', credit: '', fileName: 'The new stop%E0%A4%A' }],
  ])('%s', (_, lines, expected) => expect(picture(lines)).toMatchObject(expected))

  test('a caption that repeats the name twice is kept once', () => {
    const story = read(['A bus for everyone', 'The+new+stop', 'The new stop', 'The new stop', LONG])
    expect(roles(story)).toEqual(['headline', 'picture', 'caption', 'dropped', 'paragraph'])
    expect(story.pictures).toMatchObject([{ caption: 'The new stop' }])
  })

  test('each knows how many blocks stand before it, and has a key of its own', () => {
    const { pictures } = read(['A bus for everyone', 'stop.jpg', LONG, 'stop.jpg', LONG])
    expect(pictures.map(({ afterBlocks, key }) => [afterBlocks, key])).toEqual([[0, 'stop.jpg#0'], [1, 'stop.jpg#1']])
  })

  test('plain words are no picture', () => {
    expect(read(['A bus', 'https://example.org/a%20b', 'C++', '1+2+3', 'Save it as stop.jpg.', LONG]).pictures).toEqual([])
  })
})

test('subheads stand alone, are short, and have a paragraph below', () => {
  expect(roles(read(['H', '', LONG, '', 'What comes next', '', LONG]))).toEqual(['headline', 'paragraph', 'subhead', 'paragraph'])
  expect(roles(read(['H', '', LONG, '', '“Not now.”', '', LONG]))).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph'])
  expect(roles(read(['H', '', LONG, 'What comes next', '', LONG]))).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph'])
  expect(roles(read(['H', LONG, 'What comes next', LONG + ' Really.']))).toEqual(['headline', 'paragraph', 'subhead', 'paragraph'])
})

describe('what a person says wins', () => {
  const lines = ['The Weekly Gull', 'A bus for everyone', LONG, 'Nobody signs this', LONG + ' Really.']

  test.each<[string, Record<number, string>, string[]]>([
    ['another headline', { 2: 'headline' }, ['paragraph', 'headline', 'paragraph', 'subhead', 'paragraph']],
    ['not part of the story', { 1: 'dropped' }, ['dropped', 'headline', 'paragraph', 'subhead', 'paragraph']],
    ['a second headline is a paragraph', { 1: 'headline', 2: 'headline' }, ['headline', 'paragraph', 'paragraph', 'subhead', 'paragraph']],
    ['a byline and a note', { 4: 'byline', 5: 'note' }, ['headline', 'deck', 'paragraph', 'byline', 'note']],
  ])('%s', (_, overrides, expected) => expect(roles(read(lines, overrides))).toEqual(expected))

  test('a caption without picture makes a place for one, a picture line without file too', () => {
    expect(read(lines, { 4: 'caption' }).pictures).toMatchObject([{ caption: 'Nobody signs this', fileName: '', afterBlocks: 1 }])
    expect(read(lines, { 4: 'picture' }).pictures).toMatchObject([{ caption: 'Nobody signs this', afterBlocks: 1 }])
    expect(read(lines, { 4: 'byline' }).bylines).toEqual([{ name: 'Nobody signs this', credit: '' }])
  })

  test('two captions of one picture are one, and two credits both stay', () => {
    const [picture] = read(['H', 'stop.jpg', 'Left. (Photo by Ben Cho)', 'Right. (Photo by Cy Dee)', LONG], { 4: 'caption' }).pictures
    expect(picture).toMatchObject({ caption: 'Left. Right.', credit: 'Ben Cho; Cy Dee' })
  })

  test('a picture that is none is a paragraph again, and a doubled line comes back', () => {
    expect(roles(read(['H', 'stop.jpg', LONG, LONG], { 2: 'paragraph', 4: 'paragraph' }))).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph'])
  })

  test('a line of a joined paragraph begins one of its own', () => {
    const source = fixture('wrapped-story.txt')
    expect(understandText(source, { 5: 'paragraph' }).body.content).toHaveLength(4)
  })
})

test('too much is refused in words', () => {
  expect(understandText('é'.repeat(600_000)).problem).toContain('1 MB')
  expect(understandText('x'.repeat(1_000_001)).problem).toContain('1 MB')
  expect(understandText(Array.from({ length: 2_100 }, (_, index) => `Line ${index} of it.`).join('\n\n'))).toMatchObject({ problem: expect.stringContaining('2,000') })
  expect(understandText('a\n'.repeat(400_000)).problem).toContain('2,000')
  const long = understandText(Array.from({ length: 1_900 }, (_, index) => `${index} ${'"'.repeat(500)}`).join('\n'))
  expect(long.problem).toContain('too long')
  expect(storyDocumentSchema.safeParse(long.body).success).toBe(true)
})

test('nothing is a story without anything', () => {
  expect(understandText('')).toMatchObject({ headline: '', pictures: [], notes: [], cleanups: [], problem: null })
})
