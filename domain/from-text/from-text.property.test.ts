import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../document/plain-text.ts'
import { storyDocumentSchema } from '../document/schema.ts'
import { cleanLine, cleanUpsOf } from './clean-lines.ts'
import { understandMarkdown } from './markdown.ts'
import { captionWords } from './picture-lines.ts'
import { understandText } from './understand.ts'
import { CHOSEN_ROLES, MAX_CAPTION, MAX_CREDIT, MAX_DECK, MAX_HEADLINE, MAX_NAME, type Overrides, type UnderstoodStory } from './understood-story.ts'

/** Characters that have a meaning here, and some that make trouble anywhere. */
const troublesome = fc.constantFrom(
  ...'aZ1 .,#*_-+>`[]()!<&%/\\:"\n\r\t'.split(''), '\n\n', '\u00a0', '\u200b', '\u200d', '\u0000', '\ufeff', '\ud800', '\u2028', '👩‍🚀', 'é', '%20', '%E0%A4', '.jpg', '![a](b.jpg)',
  'By Ana Ruiz', '(Photo by Ben Cho)', '---\n', '# ', '- ', '> ', '](javascript:x)', '<script>',
)
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(troublesome, { maxLength: 80 }).map((parts) => parts.join('')))
const anyOverrides: fc.Arbitrary<Overrides> = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.constantFrom(...CHOSEN_ROLES))
const word = fc.stringMatching(/^[a-z]{2,9}$/).filter((text) => text !== 'by')

/** Everything that a person could read in what was understood. */
const wordsOf = (story: UnderstoodStory) =>
  new Set(
    [
      story.headline, story.deck, plainText(story.body), ...story.notes,
      ...story.bylines.flatMap(({ name, credit }) => [name, credit]),
      ...story.pictures.flatMap(({ caption, credit, alt, fileName }) => [caption, credit, alt, fileName]),
    ].join('\n').toLowerCase().split(/[^a-z]+/),
  )

describe.each([['plain text', understandText], ['Markdown', understandMarkdown]])('%s', (_, understand) => {
  test('never throws, and always makes a body that is valid and a head that fits', () => {
    fc.assert(
      fc.property(anything, anyOverrides, (source, overrides) => {
        const story = understand(source, overrides)
        expect(storyDocumentSchema.safeParse(story.body).success).toBe(true)
        expect(JSON.stringify(story.body).isWellFormed() && !JSON.stringify({ ...story, lines: [] }).includes('\\u0000')).toBe(true)
        expect(story.pictures.every(({ caption, credit }) => caption.length <= MAX_CAPTION && credit.length <= MAX_CREDIT * 2)).toBe(true)
        expect(new Set(story.pictures.map(({ key }) => key)).size).toBe(story.pictures.length)
      }),
      { numRuns: 400 },
    )
  })

  test('guesses only what fits into its field', () => {
    const long = fc.array(fc.constantFrom('Ana', 'Ruiz', 'by', 'Editor', ',', 'word.jpg', '(Photo by X)'), { minLength: 1, maxLength: 400 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(long, { maxLength: 4 }), (lines) => {
        const story = understand(lines.join('\n'))
        expect(story.headline.length <= MAX_HEADLINE && story.deck.length <= MAX_DECK).toBe(true)
        expect(story.bylines.length <= 10 && story.bylines.every(({ name }) => name.length <= MAX_NAME)).toBe(true)
      }),
    )
  })

  test('shows each source line once', () => {
    fc.assert(
      fc.property(anything, (source) => {
        const { lines, problem } = understand(source)
        if (problem === null) expect(lines.map(({ number }) => number)).toEqual(lines.map((_line, index) => index + 1))
      }),
    )
  })
})

test('every word of a plain text survives', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 20 })
  const line = fc.oneof(
    words.map((list) => list.join(' ')),
    words.map((list) => `${list.join('  ')}.\u00a0`),
    words.map((list) => `${list.join('+')}%20(Courtesy+of+Ben)`),
    words.map((list) => `${list.join('-')}.jpg`),
    words.map((list) => `${list.join(' ')} (Photo by Cy Dee)`),
    words.map((list) => `By ${list.slice(0, 2).map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ')}, Staff Writer`),
    fc.constant(''),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), anyOverrides.map((all) => Object.fromEntries(Object.entries(all).filter(([, role]) => role !== 'dropped'))), (lines, overrides) => {
      const found = wordsOf(understandText(lines.join('\n'), overrides))
      const source = lines.join('\n').toLowerCase().replaceAll('%20', ' ').split(/[^a-z]+/)
      const wording = new Set(['by', 'photo', 'jpg'])
      expect(source.filter((one) => one !== '' && !wording.has(one) && !found.has(one))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('every word of a Markdown file survives', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '))
  const block = fc.oneof(
    words, words.map((text) => `# ${text}`), words.map((text) => `### ${text}`), words.map((text) => `- ${text}\n  - ${text}`), words.map((text) => `> ${text}`),
    words.map((text) => `**${text}** *${text}*`), words.map((text) => `[${text}](https://a.example/)`), words.map((text) => `![${text}](IMG_1.jpg)`),
    words.map((text) => `${text} <i>${text}</i>`), words.map((text) => `    ${text}`), words.map((text) => `1. ${text}\n\n   ${text}`), words.map((text) => `[x]: <${text}>`),
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const source = blocks.join('\n\n')
      const found = wordsOf(understandMarkdown(source))
      const markup = new Set(['https', 'a', 'example', 'img', 'jpg', 'x', 'i'])
      expect(source.split(/[^a-z]+/).filter((one) => one !== '' && !markup.has(one) && !found.has(one))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('cleaning twice is cleaning once, and nothing but white space and invisible characters goes', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const once = cleanLine(text)
      expect(cleanLine(once)).toBe(once)
      expect(cleanUpsOf(once)).toEqual([])
      const seen = (value: string) => value.toWellFormed().replace(/[\s\p{C}]/gu, '')
      expect(seen(once)).toBe(seen(text))
    }),
    { numRuns: 1000 },
  )
})

test('a caption is split, never changed', () => {
  fc.assert(
    fc.property(anything.map(cleanLine), (text) => {
      const { caption, credit } = captionWords(text)
      expect(text.includes(caption) && text.includes(credit)).toBe(true)
    }),
  )
})
