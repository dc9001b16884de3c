import fc from 'fast-check'
import { expect, test } from 'vitest'
import { focusInWords, movedByKey, pointedAt } from './focal-point.ts'

const middle = { focalX: 0.5, focalY: 0.5 }

test.each([
  ['ArrowLeft', false, { focalX: 0.49, focalY: 0.5 }],
  ['ArrowRight', true, { focalX: 0.6, focalY: 0.5 }],
  ['ArrowUp', false, { focalX: 0.5, focalY: 0.49 }],
  ['ArrowDown', true, { focalX: 0.5, focalY: 0.6 }],
  ['Enter', false, null],
  ['constructor', false, null],
])('%s (large: %s)', (key, isLarge, expected) => expect(movedByKey(middle, key, isLarge)).toEqual(expected))

test('no key leaves the picture', () => {
  expect(movedByKey({ focalX: 0, focalY: 0.995 }, 'ArrowLeft', true)).toEqual({ focalX: 0, focalY: 1 })
  expect(movedByKey({ focalX: 0.3, focalY: 1 }, 'ArrowDown', false)).toEqual({ focalX: 0.3, focalY: 1 })
})

test('a click is measured from the corner of the picture', () => {
  const box = { left: 100, top: 50, width: 400, height: 200 }
  expect(pointedAt(box, 200, 200)).toEqual({ focalX: 0.25, focalY: 0.75 })
  expect(pointedAt(box, 0, 1000)).toEqual({ focalX: 0, focalY: 1 })
  expect(pointedAt({ left: 0, top: 0, width: 0, height: 0 }, 3, 3)).toEqual(middle)
})

test('whatever is pressed or pointed at stays inside, to the hundredth', () => {
  const number = fc.double({ noNaN: true, min: -5000, max: 5000 })
  fc.assert(
    fc.property(number, number, number, number, number, number, (left, top, width, height, x, y) => {
      const { focalX, focalY } = pointedAt({ left, top, width, height }, x, y)
      for (const part of [focalX, focalY]) {
        expect(part >= 0 && part <= 1).toBe(true)
        expect(Math.round(part * 100)).toBeCloseTo(part * 100)
      }
    }),
  )
})

test('a point is said in words', () => expect(focusInWords({ focalX: 0.3, focalY: 0.455 })).toBe('30% from the left, 46% from the top'))
