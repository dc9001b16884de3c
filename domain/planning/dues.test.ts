import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STORY_STATES } from '../workflow.ts'
import { PHOTO_STATES } from './photo-requests.ts'
import { duesOf, orderProblems, planSchema, planSeal, type PlannedStory } from './dues.ts'

const TODAY = '2026-11-24'
const story = (on: Partial<PlannedStory> = {}): PlannedStory => ({ state: 'DRAFT', live: false, draftDue: null, editDue: null, photos: [], ...on })
const words = (on: Partial<PlannedStory>, today = TODAY) => duesOf(story(on), today).map(({ kind, late }) => `${kind}${late ? ' late' : ''}`)

describe('what is late', () => {
  test('a draft when its day is over and the story is still a draft', () => {
    expect(words({ draftDue: '2026-11-23' })).toEqual(['draft late'])
    expect(words({ draftDue: TODAY })).toEqual(['draft'])
    expect(words({ draftDue: '2026-11-23', state: 'EDITING' })).toEqual([])
  })
  test('the editing while it is a draft or being edited', () => {
    expect(words({ editDue: '2026-11-23' })).toEqual(['edit late'])
    expect(words({ editDue: '2026-11-23', state: 'EDITING' })).toEqual(['edit late'])
    expect(words({ editDue: '2026-11-23', state: 'REVIEW' })).toEqual([])
  })
  test('a picture until it is delivered, wherever the story stands', () => {
    const late = (state: (typeof PHOTO_STATES)[number]) => words({ state: 'APPROVED', photos: [{ due: '2026-11-23', state }] })
    expect(PHOTO_STATES.map(late)).toEqual([['photo late'], ['photo late'], [], []])
    expect(words({ photos: [{ due: null, state: 'OPEN' }] })).toEqual([])
  })
  test('the next comes first, and on one day the draft before the editing', () => {
    expect(words({ draftDue: '2026-11-26', editDue: '2026-11-26', photos: [{ due: '2026-11-25', state: 'OPEN' }] })).toEqual(['photo', 'draft', 'edit'])
  })
  test('never what readers see, or what was withdrawn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STORY_STATES), fc.boolean(), (state, live) => {
        const dues = duesOf(story({ state, live, draftDue: '2020-01-01', editDue: '2020-01-02', photos: [{ due: '2020-01-03', state: 'OPEN' }] }), TODAY)
        if (live || state === 'LIVE' || state === 'WITHDRAWN') expect(dues).toEqual([])
        else expect(dues.every(({ late }) => late)).toBe(true)
      }),
    )
  })
})

describe('a plan', () => {
  const storyId = '0193a1f2-7c4b-7d11-9c2e-1b2a3c4d5e6f'
  test('takes empty fields as no day, and no nonsense', () => {
    expect(planSchema.parse({ storyId, plannedFor: '', draftDue: ' ', editDue: '2026-12-01' })).toEqual({ storyId, plannedFor: null, draftDue: null, editDue: '2026-12-01' })
    for (const day of ['2026-02-30', '1926-01-01', '2100-01-01', 'soon', '2026-1-1']) expect(planSchema.safeParse({ storyId, draftDue: day }).success).toBe(false)
  })
  test('keeps its days in order, each problem beside its field', () => {
    const at = (draftDue: string | null, editDue: string | null, plannedFor: string | null) => orderProblems({ draftDue, editDue, plannedFor }).map(({ field }) => field)
    expect(at('2026-12-01', '2026-12-01', '2026-12-01')).toEqual([])
    expect(at('2026-12-02', '2026-12-01', null)).toEqual(['editDue'])
    expect(at(null, '2026-12-02', '2026-12-01')).toEqual(['plannedFor'])
    expect(at('2026-12-03', '2026-12-02', '2026-12-02')).toEqual(['editDue', 'plannedFor'])
    expect(planSchema.safeParse({ storyId, draftDue: '2026-12-02', editDue: '2026-12-01' }).error?.issues.map(({ path }) => path)).toEqual([['editDue']])
  })
  test('has a seal that tells every change', () => {
    expect(planSeal({ plannedFor: null, draftDue: '2026-12-01', editDue: null })).toBe('- 2026-12-01 -')
  })
})
