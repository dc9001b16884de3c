import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { assetRightsSchema, hasExpired, isRights, keptFileName, MAX_RATIO, RIGHTS, rightsProblem, variantFormat, variantHeight, variantWidths, waitsForFairUseYes, type Rights } from './media.ts'

describe('rightsProblem', () => {
  const NOTHING = { rightsHolder: '', rightsProof: '', proofUrl: '', proofFileName: '', expiresOn: null, makerKind: 'CONTRIBUTOR' as const }
  type Asset = Parameters<typeof rightsProblem>[0]
  const problem = (rights: Rights, change: Partial<Asset> = {}, today = '2026-11-24') => rightsProblem({ ...NOTHING, rights, ...change }, today)

  test.each([
    ['STAFF', {}],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', rightsProof: 'E-mail of March 3' }],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', proofUrl: 'https://mail.example/1' }],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', proofFileName: 'permission.pdf' }],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', rightsProof: 'E-mail', expiresOn: '2026-11-24' }],
    ['LICENSED', { rightsHolder: 'City Press', rightsProof: 'No. 12' }],
    ['LICENSED', { rightsHolder: 'City Press', proofFileName: 'invoice.pdf', expiresOn: '2027-06-30' }],
    ['PUBLIC_DOMAIN', { rightsProof: 'Published 1890' }],
    ['PUBLIC_DOMAIN', { proofUrl: 'https://library.example/1' }],
    ['CREATIVE_COMMONS', { rightsHolder: 'CC BY 4.0', rightsProof: 'https://pictures.example/1' }],
    ['CREATIVE_COMMONS', { rightsHolder: 'CC BY 4.0', proofUrl: 'https://pictures.example/1' }],
    ['FAIR_USE', { rightsProof: 'It is what the review is about' }],
    // A day that has passed means nothing for a right that does not end.
    ['STAFF', { expiresOn: '2020-01-01' }],
  ] as const)('%s with %j allows publishing', (rights, change) => expect(problem(rights, change)).toBeNull())

  test.each([
    ['UNKNOWN', { rightsHolder: 'Ana Ruiz', rightsProof: 'proof' }, 'Say why we may publish'],
    ['STAFF', { makerKind: 'AGENCY' }, 'An agency made it'],
    ['PERMISSION', { rightsHolder: ' ', rightsProof: 'proof' }, 'Whose permission'],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', rightsProof: ' ' }, 'or add a web address or a file'],
    ['PERMISSION', { rightsHolder: 'Ana Ruiz', rightsProof: 'E-mail', expiresOn: '2026-11-23' }, 'ended on Nov. 23, 2026'],
    ['LICENSED', { rightsProof: 'No. 12' }, 'Agency'],
    ['LICENSED', { rightsHolder: 'City Press', rightsProof: 'No. 12', expiresOn: '2020-01-01' }, 'ended on Jan. 1, 2020'],
    ['PUBLIC_DOMAIN', {}, 'public domain'],
    ['CREATIVE_COMMONS', { rightsHolder: 'CC BY 4.0', rightsProof: 'a friend' }, 'web address'],
    ['CREATIVE_COMMONS', { rightsHolder: 'CC BY 4.0', proofFileName: 'page.pdf' }, 'web address'],
    ['FAIR_USE', { proofUrl: 'https://pictures.example/1' }, 'fair use'],
  ] as const)('%s with %j says what is missing', (rights, change, words) => expect(problem(rights, change)).toContain(words))

  test('a permission ends with its last day, not on it', () => {
    const asset = { rights: 'LICENSED' as const, expiresOn: '2027-06-30' }
    expect([hasExpired(asset, '2027-06-30'), hasExpired(asset, '2027-07-01')]).toEqual([false, true])
    expect(hasExpired({ ...asset, expiresOn: null }, '2027-07-01')).toBe(false)
    expect(hasExpired({ ...asset, rights: 'STAFF' }, '2027-07-01')).toBe(false)
  })

  test('names of rights', () => {
    for (const rights of RIGHTS) expect(isRights(rights)).toBe(true)
    for (const text of ['', 'staff', 'toString', 'MINE']) expect(isRights(text)).toBe(false)
  })

  test('fair use waits for a yes, and nothing else does', () => {
    for (const rights of RIGHTS) {
      expect(waitsForFairUseYes({ rights, fairUseApproved: false })).toBe(rights === 'FAIR_USE')
      expect(waitsForFairUseYes({ rights, fairUseApproved: true })).toBe(false)
    }
  })

  const FORM = { rights: 'STAFF', rightsHolder: ' ', rightsProof: '', proofUrl: '', expiresOn: null, makerKind: 'CONTRIBUTOR', makerName: ' Ana Ruiz ', makerStaffId: null }
  const ANA = '7b2f4c1e-93aa-4d0e-8f61-0c1d2e3f4a5b'
  const problemsOf = (form: object) => assetRightsSchema.safeParse({ ...FORM, ...form }).error?.issues.map(({ path }) => path.join('.')) ?? []

  test('the form takes what it knows and refuses the rest', () => {
    expect(assetRightsSchema.parse(FORM)).toEqual({ ...FORM, rightsHolder: '', makerName: 'Ana Ruiz' })
    expect(problemsOf({ rights: 'MINE' })).toEqual(['rights'])
    expect(problemsOf({ fairUseApproved: true })).toEqual([''])
    expect(problemsOf({ expiresOn: '2027-06-30', proofUrl: 'https://mail.example/1' })).toEqual([])
    expect(problemsOf({ expiresOn: '2027-02-30' })).toEqual(['expiresOn'])
    for (const proofUrl of ['javascript:alert(1)', 'mail.example', 'https://', 'https://a b.example', 'ftp://mail.example']) expect(problemsOf({ proofUrl }), proofUrl).toEqual(['proofUrl'])
  })

  test('only somebody on staff is linked to a staff page', () => {
    expect(problemsOf({ makerKind: 'STAFF', makerStaffId: ANA })).toEqual([])
    expect(problemsOf({ makerKind: 'STAFF' })).toEqual(['makerStaffId'])
    for (const makerKind of ['CONTRIBUTOR', 'AGENCY', 'SCHOOL']) expect(problemsOf({ makerKind, makerStaffId: ANA })).toEqual(['makerKind'])
  })
})

describe('variantWidths', () => {
  test.each([
    [4000, 3000, [480, 720, 960, 1600, 2400]],
    [2400, 1600, [480, 720, 960, 1600, 2400]],
    [1700, 1000, [480, 720, 960, 1600]],
    [1500, 1000, [480, 720, 960, 1500]],
    [1000, 1000, [480, 720, 960]],
    [480, 300, [480]],
    [300, 300, [300]],
    [1, 1, [1]],
    [1600, 32000, [480, 720]],
  ])('%d × %d → %j', (width, height, widths) => expect(variantWidths({ width, height })).toEqual(widths))

  it('makes at least one, each once, in order, none wider than the picture or longer than a WebP can be', () => {
    const size = fc.record({ width: fc.integer({ min: 1, max: 30_000 }), ratio: fc.double({ min: 1 / MAX_RATIO, max: MAX_RATIO, noNaN: true }) }).map(({ width, ratio }) => ({ width, height: Math.max(1, Math.floor(width * ratio)) }))
    fc.assert(
      fc.property(size, (picture) => {
        const widths = variantWidths(picture)
        expect(widths.length).toBeGreaterThan(0)
        expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b))
        for (const width of widths) {
          expect(width).toBeLessThanOrEqual(Math.min(picture.width, 2400))
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
    [`${hash}.jpg`, 'jpeg'],
    [`${hash}.png`, null],
    [`${hash}`, null],
    [`../${hash}.webp`, null],
    [`${hash}.webp\n`, null],
    [`${hash.toUpperCase()}.webp`, null],
    ['', null],
  ])('%j → %j', (key, format) => expect(variantFormat(key)).toBe(format))
})
