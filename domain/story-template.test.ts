import { describe, expect, it, test } from 'vitest'
import { EMPTY_REVIEW, looseTemplate, storyTemplateSchema, templateFacts, templateOf } from './story-template.ts'

describe('a template', () => {
  it.each(['longForm', 'photoEssay', 'opinion'])('%s is only its kind', (kind) => {
    expect(templateOf(kind)).toEqual({ kind })
    expect(storyTemplateSchema.safeParse({ kind }).success).toBe(true)
    expect(storyTemplateSchema.safeParse({ kind, more: 1 }).success).toBe(false)
    expect(looseTemplate({ kind })).toEqual({ kind })
    expect(looseTemplate({ kind, more: 1 })).toBeNull()
  })

  it.each(['standard', '', 'toString'])('of the kind “%s” is none: the story is a standard one', (kind) => expect(templateOf(kind)).toBeNull())

  it('of a review begins empty', () => {
    expect(templateOf('review')).toEqual(EMPTY_REVIEW)
    expect(templateFacts(EMPTY_REVIEW)).toEqual([{ name: 'Reviewed', value: 'Book' }])
  })

  it.each([0, 11, 4.5, '9'])('takes no rating of %j', (rating) => {
    expect(storyTemplateSchema.safeParse({ ...EMPTY_REVIEW, rating }).success).toBe(false)
    expect(looseTemplate({ ...EMPTY_REVIEW, rating })).toEqual(EMPTY_REVIEW)
  })
})

test('what is too long is kept for the writer to see, and refused', () => {
  const long = { ...EMPTY_REVIEW, title: 'x'.repeat(121) }
  expect(looseTemplate(long)).toEqual(long)
  expect(storyTemplateSchema.safeParse(long).error?.issues[0]?.message).toBe('Keep the title under 120 characters.')
})

test.each([null, undefined, 'opinion', [], 7, { kind: 'other' }])('%j says no template', (value) => expect(looseTemplate(value)).toBeNull())

test('junk among the facts of a review is left out', () => {
  expect(looseTemplate({ kind: 'review', reviewed: 'spaceship', title: 'T', maker: 3, rating: 'many', more: true })).toEqual({ ...EMPTY_REVIEW, reviewed: 'thing', title: 'T' })
})

test('the facts of a review are told by name, stars in halves, and what is empty is not', () => {
  expect(templateFacts({ ...EMPTY_REVIEW, reviewed: 'film', title: 'T', maker: 'M', where: 'W', when: 'N', price: 'P', rating: 9 })).toEqual([
    { name: 'Reviewed', value: 'Film or series' }, { name: 'Title', value: 'T' }, { name: 'By', value: 'M' }, { name: 'Where', value: 'W' },
    { name: 'When', value: 'N' }, { name: 'Price', value: 'P' }, { name: 'Stars', value: '4.5' },
  ])
  expect(templateFacts({ kind: 'opinion' })).toEqual([])
})
