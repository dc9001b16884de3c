import { expect, test } from 'vitest'
import type { AssetUse } from '#domain/media-library.ts'
import { replacePlan, storyName } from './replace-plan.ts'

const use = (change: Partial<AssetUse>): AssetUse => ({ storyId: 's', headline: 'Bell rings', state: 'DRAFT', role: 'LEAD', inWorkingCopy: true, live: false, path: null, ...change })

test('a working copy changes now, what readers see changes after an approval, and a live story can be both', () => {
  const draft = use({ storyId: 'draft' })
  const live = use({ storyId: 'live', live: true })
  const past = use({ storyId: 'past', live: true, inWorkingCopy: false })
  const plan = replacePlan([draft, live, past])
  expect(plan.now.map(({ storyId }) => storyId)).toEqual(['draft', 'live'])
  expect(plan.later.map(({ storyId }) => storyId)).toEqual(['live', 'past'])
  expect(replacePlan([])).toEqual({ now: [], later: [] })
})

test('a story without a headline is still named', () => {
  expect(storyName({ headline: 'Bell rings' })).toBe('Bell rings')
  expect(storyName({ headline: '' })).toContain('without a headline')
})
