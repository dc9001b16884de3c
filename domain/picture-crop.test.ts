import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { CROP_RATIOS, cropRegion, objectPosition, roundFocus, socialCrop } from './picture-crop.ts'

const at = (focalX: number, focalY: number) => ({ focalX, focalY })

describe('cropRegion', () => {
  test.each([
    ['the middle of a wide one', [3000, 1000], at(0.5, 0.5), 1, { left: 1000, top: 0, width: 1000, height: 1000 }],
    ['a face at the left', [3000, 1000], at(0.1, 0.5), 1, { left: 0, top: 0, width: 1000, height: 1000 }],
    ['a face at the top of a tall one', [1000, 3000], at(0.5, 0.2), 1, { left: 0, top: 100, width: 1000, height: 1000 }],
    ['at the corner', [1000, 3000], at(1, 1), 1, { left: 0, top: 2000, width: 1000, height: 1000 }],
    ['one that has the ratio', [1200, 630], at(0, 0), 1200 / 630, { left: 0, top: 0, width: 1200, height: 630 }],
    ['a single pixel', [1, 1], at(0.3, 0.3), 16 / 9, { left: 0, top: 0, width: 1, height: 1 }],
  ] as const)('%s', (_name, [width, height], focus, ratio, region) => expect(cropRegion({ width, height }, focus, ratio)).toEqual(region))

  it('lies inside, fills one side, and holds the focal point, for any picture and focus', () => {
    const side = fc.integer({ min: 1, max: 20_000 })
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(side, side, part, part, fc.constantFrom(...Object.values(CROP_RATIOS)), (width, height, focalX, focalY, ratio) => {
        const region = cropRegion({ width, height }, { focalX, focalY }, ratio)
        for (const one of Object.values(region)) expect(Number.isInteger(one)).toBe(true)
        expect([region.left >= 0, region.top >= 0, region.width >= 1, region.height >= 1]).toEqual([true, true, true, true])
        expect(region.left + region.width).toBeLessThanOrEqual(width)
        expect(region.top + region.height).toBeLessThanOrEqual(height)
        expect(region.width === width || region.height === height).toBe(true)
        expect(focalX * width).toBeGreaterThanOrEqual(region.left - 1)
        expect(focalX * width).toBeLessThanOrEqual(region.left + region.width + 1)
        expect(focalY * height).toBeGreaterThanOrEqual(region.top - 1)
        expect(focalY * height).toBeLessThanOrEqual(region.top + region.height + 1)
      }),
    )
  })
})

test.each([
  [3000, 1000, at(0.5, 0.5), 1, '50% 50%'],
  [3000, 1000, at(0, 0.5), 1, '0% 50%'],
  [3000, 1000, at(1, 0.5), 1, '100% 50%'],
  [1000, 3000, at(0.5, 0.25), 1, '50% 12.5%'],
])('objectPosition of %i × %i', (width, height, focus, ratio, css) => expect(objectPosition({ width, height }, focus, ratio)).toBe(css))

test('a focal point is kept to the hundredth, inside the picture', () => {
  expect(roundFocus(at(0.123456, 0.999))).toEqual(at(0.12, 1))
  expect(roundFocus(at(-1, 7))).toEqual(at(0, 1))
  expect(socialCrop(at(0.5, 0.123))).toBe('social 0.50 0.12')
})
