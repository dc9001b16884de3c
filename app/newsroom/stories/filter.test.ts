import { expect, it, test } from 'vitest'
import { storyList } from '#server/stories/lists.ts'
import { anActor, aStory } from '#server/testing/builders.ts'
import { filterSchema } from './filter.ts'

const ID = '0198c0de-0000-7000-8000-000000000000'

it('takes what the page itself links to', async () => {
  const { storyId, editor } = await aStory('DRAFT', { headline: 'Chess club' })
  const { lines } = await storyList(editor, { query: 'Chess' })
  const after = `${lines[0]?.since}_${storyId}`
  expect(filterSchema.parse({ state: 'DRAFT', mine: '1', q: ' Chess ', after })).toEqual({ state: 'DRAFT', mine: '1', q: 'Chess', after })
})

test.each(['x', '', `2026-02-30T10:00:00.000Z_${ID}`, `2026-13-01T10:00:00.000Z_${ID}`, `2026-11-24T25:00:00.000Z_${ID}`, `0000-01-01T00:00:00.000Z_${ID}`, '2026-11-24T10:00:00.000Z_0198c0de', `2026-11-24T10:00:00.000Z_${ID}_x`, `2026-11-24T10:00:00.000Z_${'-'.repeat(36)}`, ['a', 'b']])('takes no page of %j', (after) => {
  expect(filterSchema.parse({ after }).after).toBeUndefined()
})

it('searches for what the database can hold', async () => {
  const actor = await anActor('WRITER')
  const { q } = filterSchema.parse({ q: ' ch\u0000ess \ud800' })
  expect(q).toBe('chess \ufffd')
  expect((await storyList(actor, { query: q ?? '' })).lines).toEqual([])
})
