import { describe, expect, test } from 'vitest'
import { parseBylines, readBylines } from './bylines.ts'
import { carryOverrides, fileProblem, formatOfFile, sourceProblem, textOfFile } from './source.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('files', () => {
  test('are read by the ending of their name', () => {
    expect(['a.txt', 'A.TXT', 'a.md', 'a.markdown', 'a.docx', 'txt'].map(formatOfFile)).toEqual(['plain', 'plain', 'markdown', 'markdown', null, null])
    expect(textOfFile({ name: 'a.md' }, bytes('# é'))).toEqual({ ok: true, source: '# é', format: 'markdown' })
  })

  test.each<[string, string, Uint8Array, string]>([
    ['another kind', 'a.docx', bytes('x'), 'none of .docx, .txt and .md'],
    ['too large', 'a.txt', new Uint8Array(1_000_001).fill(97), 'larger than 1 MB'],
    ['empty', 'a.txt', new Uint8Array(), 'is empty'],
    ['not UTF-8', 'a.txt', Uint8Array.of(72, 0xe9, 108), 'not stored as UTF-8'],
    ['no text', 'a.txt', Uint8Array.of(72, 0, 108), 'not a text file'],
  ])('%s are refused in words', (_, name, content, words) => {
    const read = textOfFile({ name }, content)
    expect(read.ok ? '' : read.problems[0]?.message).toContain(words)
  })

  test('by size before they are read', () => expect(fileProblem({ name: 'a.txt', size: 5 })).toBeNull())
})

test('a text is measured in bytes', () => {
  expect(sourceProblem('é'.repeat(499_999))).toBeNull()
  expect(sourceProblem('é'.repeat(500_001))).toContain('1 MB')
})

test('what a person said about a line stays with it while the source changes', () => {
  expect(carryOverrides('a\nb\nc', 'x\na\nb\nc', { 2: 'headline' })).toEqual({ 3: 'headline' })
  expect(carryOverrides('a\nb\nc', 'a\nb\nc\nd', { 1: 'deck', 3: 'caption' })).toEqual({ 1: 'deck', 3: 'caption' })
  expect(carryOverrides('a\nb\nc', 'a\nc', { 2: 'headline', 3: 'caption' })).toEqual({ 2: 'caption' })
  expect(carryOverrides('a\nb\nc', 'a\nbb\nc', { 2: 'headline' })).toEqual({ 2: 'headline' })
})

describe('bylines', () => {
  test.each<[string, [string, string][] | null]>([
    ['By Ana Ruiz', [['Ana Ruiz', '']]],
    ['BY ANA RUIZ', [['ANA RUIZ', '']]],
    ['Story by: Ana Ruiz and Ben Cho', [['Ana Ruiz', ''], ['Ben Cho', '']]],
    ['By Ana Ruiz, Ben Cho, and Cy Dee', [['Ana Ruiz', ''], ['Ben Cho', ''], ['Cy Dee', '']]],
    ['Ana Ruiz, Staff Writer', [['Ana Ruiz', 'Staff Writer']]],
    ['Ana Ruiz | Co-Editor-in-Chief', [['Ana Ruiz', 'Co-Editor-in-Chief']]],
    ['By Ana Ruiz, Staff Writer and Ben Cho, Photo Editor', [['Ana Ruiz', 'Staff Writer'], ['Ben Cho', 'Photo Editor']]],
    ['By J. R. O’Neill-Smith', [['J. R. O’Neill-Smith', '']]],
    ['By María José de la Cruz', [['María José de la Cruz', '']]],
    ['Ana Ruiz and Ben Cho', null],
    ['Ana Ruiz', null],
    ['By the time the whistle blew, it rained', null],
    ['By Friday', null],
    ['Staff Writer, Editor Win Awards', null],
    ['By Ana Ruiz, Staff Writer, Photo Editor', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseBylines(text)?.map(({ name, credit }) => [name, credit]) ?? null).toEqual(expected))

  test('a line of which a person says so is one, whatever it holds', () => {
    expect(readBylines('Ana Ruiz and Ben Cho')).toEqual([{ name: 'Ana Ruiz', credit: '' }, { name: 'Ben Cho', credit: '' }])
    expect(readBylines('the chess club')).toEqual([{ name: 'the chess club', credit: '' }])
    expect(readBylines('By ana')).toEqual([{ name: 'ana', credit: '' }])
  })
})
