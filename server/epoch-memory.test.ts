import { afterEach, expect, test } from 'vitest'
import { inThisEpoch, stopEpochMemory, turnEpochMemory } from './epoch-memory.ts'

afterEach(stopEpochMemory)

test('where nobody counts the epochs, everything is read anew', async () => {
  let reads = 0
  const read = () => inThisEpoch('a', async () => (reads += 1))
  expect([await read(), await read()]).toEqual([1, 2])
})

test('in an epoch it is read once, also by those who ask meanwhile, and anew in the next', async () => {
  turnEpochMemory()
  let reads = 0
  const read = () => inThisEpoch('a', async () => (reads += 1))
  expect(await Promise.all([read(), read()])).toEqual([1, 1])
  expect(await inThisEpoch('b', async () => 'other')).toBe('other')
  turnEpochMemory()
  expect(await read()).toBe(2)
})

test('what was begun in a former epoch is never handed to a later one', async () => {
  turnEpochMemory()
  const { promise, resolve } = Promise.withResolvers<string>()
  const old = inThisEpoch('a', () => promise)
  turnEpochMemory()
  const fresh = inThisEpoch('a', async () => 'new')
  resolve('old')
  expect([await old, await fresh, await inThisEpoch('a', async () => 'newer')]).toEqual(['old', 'new', 'new'])
})

test('a failure is not kept', async () => {
  turnEpochMemory()
  await expect(inThisEpoch('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await inThisEpoch('a', async () => 'back')).toBe('back')
})
