import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, DARK_PAPER, isColor, LIGHT_PAPER, luminance, mixed, readable, TEXT_CONTRAST } from './contrast.ts'

test('a colour is # and six digits of 16', () => {
  expect(['#9a1b1e', '#FFFFFF'].every(isColor)).toBe(true)
  expect(['9a1b1e', '#fff', '#9a1b1g', 'red', '#9a1b1e;', ''].some(isColor)).toBe(false)
})

test('luminance and contrast are those of WCAG', () => {
  expect(luminance('#000000')).toBe(0)
  expect(luminance('#ffffff')).toBeCloseTo(1)
  expect(luminance('#010101')).toBeCloseTo(1 / 255 / 12.92)
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  // Known pairs: https://webaim.org/resources/contrastchecker/
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1)
  expect(contrast('#ffffff', '#0000ff')).toBeCloseTo(8.59, 2)
  expect(contrast('#ff0000', '#ffffff')).toBeCloseTo(4, 1)
})

test('mixing goes from the one to the other', () => {
  expect(mixed('#000000', '#ffffff', 0)).toBe('#000000')
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(mixed('#123456', '#ffffff', 1)).toBe('#ffffff')
})

test('what can be read stays as it is, what cannot becomes darker on light and lighter on dark', () => {
  expect(readable('#9a1b1e', LIGHT_PAPER, TEXT_CONTRAST)).toBe('#9a1b1e')
  expect(luminance(readable('#ffdd00', LIGHT_PAPER, TEXT_CONTRAST))).toBeLessThan(luminance('#ffdd00'))
  expect(luminance(readable('#000080', DARK_PAPER, TEXT_CONTRAST))).toBeGreaterThan(luminance('#000080'))
  // Nothing but the end of the way will do.
  expect(readable('#808080', '#ffffff', 20.9)).toBe('#000000')
})

test('every colour becomes readable on every ground', () => {
  const color = fc.integer({ min: 0, max: 0xff_ff_ff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)
  fc.assert(fc.property(color, color, (one, ground) => contrast(readable(one, ground, TEXT_CONTRAST), ground) >= TEXT_CONTRAST))
})
