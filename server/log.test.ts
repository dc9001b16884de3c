import { expect, test } from 'vitest'
import { db } from './db.ts'
import { reasonOf } from './log.ts'

test('what is said of an error never repeats what was to be stored', async () => {
  const illFormed: { data: object } = { data: { headline: 'A secret headline', noSuchField: 1 } }
  const error: unknown = await Reflect.apply(db().revision.create, db().revision, [illFormed]).then(() => null, (thrown: unknown) => thrown)
  expect(error instanceof Error && error.message).toContain('A secret headline')
  expect(reasonOf(error)).toBe('PrismaClientValidationError')
})

test('any other error says why, and what is no error says nothing', () => {
  expect(reasonOf(new Error('the disk is full'))).toBe('the disk is full')
  expect(reasonOf('thrown text')).toBe('unknown')
})
