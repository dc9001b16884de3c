import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { assetRightsSchema, keptFileName, MAX_RATIO, RIGHTS, rightsProblem, VARIANT_WIDTHS, variantFormat, variantHeight, variantWidths, waitsForFairUseYes } from './media.ts'

describe('rightsProblem', () => {
  const asset = (rights: (typeof RIGHTS)[number], rightsHolder = '', rightsProof = '') => rightsProblem({ rights, rightsHolder, rightsProof })
  test.each([
    ['STAFF', '', ''],
    ['PERMISSION', 'Ana Ruiz', 'E-mail of March 3'],
    ['LICENSED', 'City Press', 'No. 12'],
    ['PUBLIC_DOMAIN', '', 'Published 1890'],
    ['CREATIVE_COMMONS', 'CC BY 4.0', 'https://pictures.example/1'],
    ['FAIR_USE', '', 'It is what the review is about'],
  ] as const)('%s with what it needs allows publishing', (rights, holder, proof) => expect(asset(rights, holder, proof)).toBeNull())

  test.each([
    ['UNKNOWN', 'Ana Ruiz', 'proof', 'Say why we may publish'],
    ['PERMISSION', ' ', 'proof', 'Whose permission'],
    ['PERMISSION', 'Ana Ruiz', ' ', 'Proof'],
    ['LICENSED', '', 'No. 12', 'Agency'],
    ['PUBLIC_DOMAIN', '', '', 'public domain'],
    ['CREATIVE_COMMONS', 'CC BY 4.0', 'a friend', 'web address'],
    ['FAIR_USE', '', '', 'fair use'],
  ] as const)('%s with (%j, %j) says what is missing', (rights, holder, proof, words) => expect(asset(rights, holder, proof)).toContain(words))

  test('fair use waits for a yes, and nothing else does', () => {
    for (const rights of RIGHTS) {
      expect(waitsForFairUseYes({ rights, fairUseApproved: false })).toBe(rights === 'FAIR_USE')
      expect(waitsForFairUseYes({ rights, fairUseApproved: true })).toBe(false)
    }
  })

  test('the form refuses what it does not know', () => {
    const form = { rights: 'STAFF', rightsHolder: ' ', rightsProof: '', makerName: ' Ana Ruiz ', makerStaffId: null }
    expect(assetRightsSchema.parse(form)).toEqual({ ...form, rightsHolder: '', makerName: 'Ana Ruiz' })
    expect(assetRightsSchema.safeParse({ ...form, rights: 'MINE' }).success).toBe(false)
    expect(assetRightsSchema.safeParse({ ...form, fairUseApproved: true }).success).toBe(false)
  })
})

describe('variantWidths', () => {
  test.each([
    [4000, 3000, [480, 960, 1600, 2400]],
    [2400, 1600, [480, 960, 1600, 2400]],
    [1700, 1000, [480, 960, 1600]],
    [1500, 1000, [480, 960, 1500]],
    [1000, 1000, [480, 960]],
    [480, 300, [480]],
    [300, 300, [300]],
    [1, 1, [1]],
    [1600, 32000, [480]],
  ])('%d × %d → %j', (width, height, widths) => expect(variantWidths({ width, height })).toEqual(widths))

  it('makes at least one, each once, in order, none wider than the picture or longer than a WebP can be', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 30_000 }), ratio: fc.double({ min: 1 / MAX_RATIO, max: MAX_RATIO, noNaN: true }) }).map(({ width, ratio }) => ({ width, height: Math.max(1, Math.floor(width * ratio)) }))
    fc.assert(
      fc.property(size, (picture) => {
        const widths = variantWidths(picture)
        expect(widths.length).toBeGreaterThan(0)
        expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b))
        for (const width of widths) {
          expect(width).toBeLessThanOrEqual(Math.min(picture.width, VARIANT_WIDTHS[3]))
          expect(variantHeight(picture, width)).toBeLessThanOrEqual(16_383)
          expect(variantHeight(picture, width)).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('keptFileName', () => {
  test.each([
    ['Jazz night.jpg', 'Jazz night.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\pictures\\jazz.jpg', 'jazz.jpg'],
    ['a\u0000b\n\u202egpj.exe', 'abgpj.exe'],
    ['\ud800.jpg', '.jpg'],
    ['', 'picture'],
    ['folder/', 'picture'],
  ])('%j → %j', (raw, name) => expect(keptFileName(raw)).toBe(name))
  it('keeps at most 200 characters', () => expect([...keptFileName('🎷'.repeat(500))]).toHaveLength(200))
})

describe('variantFormat', () => {
  const hash = 'a1'.repeat(32)
  test.each([
    [`${hash}.avif`, 'avif'],
    [`${hash}.webp`, 'webp'],
    [`${hash}.png`, null],
    [`${hash}`, null],
    [`../${hash}.webp`, null],
    [`${hash}.webp\n`, null],
    [`${hash.toUpperCase()}.webp`, null],
    ['', null],
  ])('%j → %j', (key, format) => expect(variantFormat(key)).toBe(format))
})
