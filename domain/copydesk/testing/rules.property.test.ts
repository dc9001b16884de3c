import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textAt, type CopyText, type Finding } from '../finding.ts'
import { passageKey } from '../passage.ts'
import { RULES } from '../rules.ts'
import { copyOf, withFix } from './copy.ts'

/** Pieces that rules look for, and characters that make trouble anywhere. */
const piece = fc.constantFrom(
  ' ', '  ', '\n', '\u00a0', '\u200b', '\u00ad', '\t', '\ufeff', '.', '..', '...', ',', ',,', '!', '?!', ';', ':', '“', '”', '‘', '’', '"', "'", '(', ')', '[', ']', '…', '—', '-', '/', '%', '$', '#',
  'The', 'the', 'the the', 'Had had', 'She', 'said', 'stated', 'Beck', 'Jonah Beck', 'principal', 'Principal Ruth Anselm', 'junior Ana Ruiz', 'Mr.', 'Dr.', 'Jan', 'Jan.', 'January', 'Sept. 5', 'March', 'May 4', '5th', 'the 5th of May',
  '3/20/23', '3/20/23-3/21/23', '13/40/2023', 'on 4/5', '2026', 'Jan. 5, 2026', '7', '7:00', '7pm', '12 a.m.', '12 noon', '7 PM.', 'a.m.', '3', '12', '5', 'twelve', 'two hundred', 'percent', '5 percent', 'ten percent', '5 to 10 percent',
  'students', 'five years old', 'NHS', 'FBI', 'Salem, OR', 'Salem, Ore.', 'Reno, Nevada', 'Washington, DC', 'PhD', 'masters degree', 'I', 'our', 'unfortunately', 'It’s no surprise', 'https://a.test/x', 'here', 'é', 'ß', 'İ', '漢字', '👩‍🚀', '\ud800', '\udc00', '\u0000', '\u2028', 'e\u0301',
)
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.oneof(piece, fc.constant(' ')), { maxLength: 24 }).map((parts) => parts.join('')), fc.array(piece, { maxLength: 16 }).map((parts) => parts.join(' ')))
const kind = fc.constantFrom('paragraph', 'paragraph', 'heading', 'quote', 'pullQuote', 'listItem', 'factBox', 'tableCell')
const anyCopy: fc.Arbitrary<CopyText> = fc
  .record({
    headline: anyText, deck: anyText, isNews: fc.boolean(),
    body: fc.array(fc.record({ kind, text: anyText, level: fc.constantFrom(null, 2, 3) }), { maxLength: 5 }),
    pictures: fc.array(fc.record({ caption: anyText, alt: anyText, credit: anyText, people: fc.array(anyText, { maxLength: 2 }) }), { maxLength: 2 }),
    bylines: fc.array(fc.record({ name: anyText, credit: anyText, onStaff: fc.boolean() }), { maxLength: 2 }),
    staffNames: fc.array(anyText, { maxLength: 2 }), paperWords: fc.array(anyText, { maxLength: 2 }),
  })
  .map((parts) => copyOf(parts as Parameters<typeof copyOf>[0]))

const overlaps = (one: Finding, from: number, to: number) => one.place.from <= to && one.place.to >= from
const isSamePlace = (one: Finding, { place }: Finding) => one.place.field === place.field && one.place.part === place.part && one.place.block === place.block

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  test('reads any text, names passages that are there, and never one of them twice', () => {
    fc.assert(
      fc.property(anyCopy, (text) => {
        const findings = rule.find(text)
        for (const finding of findings) {
          const { from, to } = finding.place
          const words = textAt(finding.place, text)
          expect(finding.ruleId).toBe(rule.id)
          expect(0 <= from && from <= to && to <= words.length).toBe(true)
          expect(finding.passage).toBe(words.slice(from, to))
          expect(finding.message).not.toBe('')
          expect(finding.fix).not.toBe(finding.passage)
          expect(passageKey(finding, text).length).toBeLessThan(400)
        }
        const places = findings.map(({ place }) => JSON.stringify(place))
        expect(new Set(places).size).toBe(places.length)
      }),
      { numRuns: 250 },
    )
  }, 20_000)

  test('has nothing to say about a passage that it has put right', () => {
    fc.assert(
      fc.property(anyCopy, (text) => {
        const before = rule.find(text)
        for (const finding of before) {
          const { fix, passage, place: { from } } = finding
          if (fix === undefined) continue
          const after = rule.find(withFix(text, finding))
          const to = from + fix.length
          const moved = before.filter((one) => one !== finding && isSamePlace(one, finding)).map(({ place }) => (place.from < finding.place.to ? place.from : place.from + fix.length - passage.length))
          const fresh = after.filter((one) => isSamePlace(one, finding) && overlaps(one, from, to) && !moved.includes(one.place.from))
          expect(fresh).toEqual([])
        }
      }),
      { numRuns: 250 },
    )
  }, 20_000)
})
