import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BYLINE_FORMS, emailSchema, passwordSchema, personNameSchema, publicName, ROLE_NAMES, ROLES, shownName, showsMore, stricterForm } from './people.ts'

describe('publicName', () => {
  it.each([
    ['Ana Ruiz', 'FULL', 'Ana Ruiz'],
    ['Ana Ruiz', 'SHORT', 'Ana R.'],
    ['Ana Maria ruiz', 'SHORT', 'Ana R.'],
    ['  Ana   Ruiz ', 'SHORT', 'Ana R.'],
    ['Ana', 'SHORT', 'Ana'],
    ['', 'SHORT', ''],
    ['Li 𝒵hang', 'SHORT', 'Li 𝒵.'],
    ['Ana Ruiz', 'HIDDEN', null],
  ] as const)('%j as %s is %j', (name, form, shown) => {
    expect(publicName(name, form)).toBe(shown)
  })

  it('never shows more than one letter of the last name when short', () => {
    const word = fc.stringMatching(/^[a-z]{2,10}$/)
    fc.assert(
      fc.property(word, word, (first, last) => {
        expect(publicName(`${first} ${last}`, 'SHORT')).toBe(`${first} ${last[0]?.toUpperCase()}.`)
      }),
    )
  })
})

describe('shownName', () => {
  it.each([
    ['FULL', 'FULL', 'Ana Ruiz'],
    ['FULL', 'SHORT', 'Ana R.'],
    ['SHORT', 'FULL', 'Ana R.'],
    ['SHORT', 'SHORT', 'Ana R.'],
    ['HIDDEN', 'FULL', null],
    ['HIDDEN', 'SHORT', null],
  ] as const)('where the person says %s and the paper %s', (bylineForm, paper, shown) => {
    expect(shownName({ name: 'Ana Ruiz', bylineForm }, paper)).toBe(shown)
  })

  it('never shows more than the person, nor more than the paper', () => {
    for (const a of BYLINE_FORMS)
      for (const b of BYLINE_FORMS) {
        expect(stricterForm(a, b)).toBe(stricterForm(b, a))
        expect(showsMore(a, stricterForm(a, b))).toBe(false)
        expect(showsMore(a, b) && showsMore(b, a)).toBe(false)
      }
    expect(showsMore('HIDDEN', 'SHORT')).toBe(true)
  })
})

describe('emailSchema', () => {
  it.each([
    ['Ana.Ruiz@School.org', 'ana.ruiz@school.org'],
    ['a+b@x.co', 'a+b@x.co'],
    ['x_y@sub.school-1.example.org', 'x_y@sub.school-1.example.org'],
  ])('takes %s as %s', (given, kept) => {
    expect(emailSchema.parse(given)).toBe(kept)
  })

  it.each([
    '',
    'ana',
    'ana@school',
    ' ana@school.org',
    'ana@school.org ',
    'ana@school.org\n',
    'ana @school.org',
    '"e@evil.test"@school.org',
    'ana@evil.test,ana@school.org',
    'ana@evil.test;ana@school.org',
    'ana(comment)@school.org',
    'ana\uff20evil.test@school.org',
    'ána@school.org',
    'ana@schöol.org',
    'ana@@school.org',
    '.ana@school.org',
    'a..b@school.org',
    'ana@-school.org',
    'ana@school-.org',
    'ana@[127.0.0.1]',
    '<ana@school.org>',
    "o'neil@school.org\r\nBcc: x@evil.test",
    `${'a'.repeat(250)}@school.org`,
  ])('refuses %j', (given) => {
    expect(emailSchema.safeParse(given).success).toBe(false)
  })

  it('keeps nothing but one plain ASCII address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (given) => {
        const parsed = emailSchema.safeParse(given)
        if (!parsed.success) return
        expect(parsed.data).toMatch(/^[\u0021-\u007e]+$/)
        expect(parsed.data.split('@')).toHaveLength(2)
        expect(parsed.data).toBe(given.toLowerCase())
      }),
    )
  })
})

describe('personNameSchema', () => {
  it('trims', () => expect(personNameSchema.parse(' Ana Ruiz ')).toBe('Ana Ruiz'))
  it.each(['', '   ', 'Ana\nRuiz', '<b>Ana</b>', 'ana@school.org', 'a'.repeat(81)])('refuses %j', (given) => {
    expect(personNameSchema.safeParse(given).success).toBe(false)
  })
})

describe('passwordSchema', () => {
  it.each(['harbor lights', 'correct horse battery', 'äöü-12345-x', 'x'.repeat(100) + 'abcd'])('takes %j', (given) => {
    expect(passwordSchema.parse(given)).toBe(given)
  })
  it.each(['short', 'aaaaaaaaaaaa', 'abcdabcdabcd', 'abcde'.repeat(41)])('refuses %j', (given) => {
    expect(passwordSchema.safeParse(given).success).toBe(false)
  })
})

it('names every role', () => {
  expect(Object.keys(ROLE_NAMES)).toEqual([...ROLES])
})
