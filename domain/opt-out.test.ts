import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameFinder } from './opt-out.ts'

const ANA = nameFinder([{ id: 'ana', names: ['Ana Maria Ruíz', 'Annie', "Shea O'Brien-Lund", '张伟', 'Ana de la Cruz'] }])
const found = (text: string, fileName = false) => ANA(text, { fileName }).map(({ start, end }) => text.slice(start, end))

describe('a name is found', () => {
  it.each([
    ['Ana Ruiz won.', 'Ana Ruiz'],
    ['Then ANA MARÍA RUÍZ spoke', 'ANA MARÍA RUÍZ'],
    ['Ana Rui\u0301z', 'Ana Rui\u0301z'],
    ['Ana Ruiz’s goal', 'Ana Ruiz’s'],
    ["Ana Ruiz's goal", "Ana Ruiz's"],
    ['Ruiz, Ana', 'Ruiz, Ana'],
    ['Ruiz, Ana Maria', 'Ruiz, Ana Maria'],
    ['Ana M. Ruiz', 'Ana M. Ruiz'],
    ['Ana “Nena” Ruiz', 'Ana “Nena” Ruiz'],
    ['Ana \'Nena\' M. Ruiz', 'Ana \'Nena\' M. Ruiz'],
    ['Ana\u00a0Ruiz', 'Ana\u00a0Ruiz'],
    ['An\u00ada\u200b Ruiz', 'An\u00ada\u200b Ruiz'],
    ['Ana-Ruiz', 'Ana-Ruiz'],
    ['Ｒｕｉｚ, Ana', 'Ｒｕｉｚ, Ana'],
    ['follow @anaruiz today', 'anaruiz'],
    ['ana.ruiz@school.test', 'ana.ruiz'],
    ['said Annie, laughing', 'Annie'],
    ['Shea O’Brien-Lund', 'Shea O’Brien-Lund'],
    ['Shea OBrien Lund', 'Shea OBrien Lund'],
    ['学生张伟说', '张伟'],
    ['de la Cruz, Ana', 'de la Cruz, Ana'],
  ])('in %j', (text, passage) => {
    expect(found(text)).toContain(passage)
  })

  it.each(['ana_ruiz.jpg', 'Ana-Ruiz-2.png', 'IMG_AnaRuiz2041.JPG', 'ruiz_ana.webp', 'RUIZ Ana (3).jpg', 'ana+ruiz.jpg'])('in the file name %s', (name) => {
    expect(found(name, true).length).toBeGreaterThan(0)
  })
})

describe('a name is not found', () => {
  it.each(['Ana met Ruiz.', 'I saw Ana. Ruiz was there.', 'Anna Ruiz', 'Ana Ruizo', 'Ruiz Ana', 'Banana Ruiz', 'Ana, Ruiz', 'Ana; Ruiz', 'Ana and Ruiz', '', '张 wei', 'Shea Brien'])('in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('where nobody is to be found, or a name holds no letter', () => {
    expect(nameFinder([])('Ana Ruiz')).toEqual([])
    expect(nameFinder([{ id: 'x', names: ['', '  ', '42', "'"] }])("Ana Ruiz 42 '")).toEqual([])
  })
})

const letters = fc.stringMatching(/^[a-zàéñøß]{2,9}$/)
const between = fc.constantFrom(' ', '\u00a0', '-', '  ', ' J. ', ' “Nic” ')
const around = fc.stringMatching(/^[0-9 .,;:!?\n]{0,30}$/)

describe('whatever the name and the text', () => {
  it('is found in every form, at its place', () => {
    fc.assert(
      fc.property(letters, letters, between, around, around, fc.boolean(), (first, last, gap, before, after, capitals) => {
        const written = capitals ? `${first}${gap}${last}`.toUpperCase() : `${first}${gap}${last}`
        const text = `${before}${written}${after}`
        const hits = nameFinder([{ id: 'one', names: [`${first} ${last}`] }])(text)
        expect(hits.some(({ id, start, end }) => id === 'one' && text.slice(start, end).startsWith(written))).toBe(true)
      }),
    )
  })

  it('every hit lies in the text, and holds letters of the name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), fc.string({ unit: 'grapheme', maxLength: 200 }), fc.boolean(), (names, text, fileName) => {
        for (const { start, end } of nameFinder([{ id: 'one', names }])(text, { fileName })) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })

  it('takes no more hits from twice the text than twice, and half a million hostile words', () => {
    const find = nameFinder([{ id: 'a', names: ['a a a a a a a a a a a b', 'a b'] }])
    const hits = (words: number) => find('a '.repeat(words)).length
    expect(hits(4_000)).toBeLessThanOrEqual(hits(2_000) * 2 + 12)
    expect(hits(50_000)).toBe(0)
    for (const hostile of ['x'.repeat(500_000), `${"'".repeat(500_000)}x`, `x${'’'.repeat(500_000)}x`, '\u00ad'.repeat(500_000), ' '.repeat(500_000)]) {
      expect(nameFinder([{ id: 'a', names: ['x'.repeat(80), 'a b'] }])(hostile)).toEqual([])
    }
  })
})
