import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { differenceHash, hashDistance, HASH_SIZE, isTelling, LOOKS_ALIKE_BITS, looksAlike } from './picture-hash.ts'

const LENGTH = HASH_SIZE.width * HASH_SIZE.height
const grey = (value: (x: number, y: number) => number) => Uint8Array.from({ length: LENGTH }, (_, at) => value(at % HASH_SIZE.width, Math.floor(at / HASH_SIZE.width)))

describe('differenceHash', () => {
  test.each([
    ['an even surface', grey(() => 100), '0000000000000000'],
    ['brighter to the right', grey((x) => x * 20), '0000000000000000'],
    ['darker to the right', grey((x) => 200 - x * 20), 'ffffffffffffffff'],
    ['stripes', grey((x) => (x % 2) * 100), '5555555555555555'],
    ['stripes in the first row only', grey((x, y) => (y === 0 ? (1 - (x % 2)) * 100 : 0)), 'aa00000000000000'],
  ])('of %s', (_name, values, hash) => expect(differenceHash(values)).toBe(hash))

  it('takes 72 values and no others', () => {
    expect(() => differenceHash(new Uint8Array(71))).toThrow(RangeError)
  })

  it('does not change with the brightness of the whole', () => {
    const values = fc.uint8Array({ minLength: LENGTH, maxLength: LENGTH, max: 200 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 55 }), (dark, more) => {
        expect(differenceHash(dark.map((value) => value + more))).toBe(differenceHash(dark))
      }),
    )
  })
})

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((value) => value.toString(16).padStart(16, '0'))

describe('hashDistance', () => {
  test.each([
    ['0000000000000000', '0000000000000000', 0],
    ['0000000000000000', 'ffffffffffffffff', 64],
    ['0000000000000001', '0000000000000003', 1],
    ['8000000000000000', '0000000000000000', 1],
    ['', '0000000000000000', null],
    ['0000000000000000', 'FFFFFFFFFFFFFFFF', null],
    ['0000000000000000', 'zz', null],
  ])('%s, %s: %j', (a, b, bits) => expect(hashDistance(a, b)).toBe(bits))

  it('is a distance', () => {
    fc.assert(
      fc.property(hash, hash, hash, (a, b, c) => {
        const [ab, ba, ac, bc] = [hashDistance(a, b) ?? -1, hashDistance(b, a), hashDistance(a, c) ?? -1, hashDistance(b, c) ?? -1]
        expect(hashDistance(a, a)).toBe(0)
        expect(ab).toBe(ba)
        expect(ac).toBeLessThanOrEqual(ab + bc)
      }),
    )
  })
})

test('a hash of an even surface tells nothing apart', () => {
  expect(isTelling('0000000000000000')).toBe(false)
  expect(isTelling('ffffffffffffffff')).toBe(false)
  expect(isTelling('000000000000001f')).toBe(false)
  expect(isTelling('000000000000003f')).toBe(true)
  expect(isTelling('ffffffffffffffe0')).toBe(false)
  expect(looksAlike('0000000000000000', '0000000000000000')).toBe(false)
})

test('alike up to the threshold, not beyond', () => {
  const base = '00000000ffffffff'
  const flipped = (bits: number) => (BigInt(`0x${base}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, '0')
  expect(looksAlike(base, base)).toBe(true)
  expect(looksAlike(base, flipped(LOOKS_ALIKE_BITS))).toBe(true)
  expect(looksAlike(base, flipped(LOOKS_ALIKE_BITS + 1))).toBe(false)
})
