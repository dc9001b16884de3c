import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canMove, isBehind, isOpen, moveRow, MOVES, stateAfterEdit, STORY_STATES, waitsForOwner, type Move, type Standing } from './workflow.ts'

test('the moves lead where the table says, and need what it says', () => {
  const table = MOVES.map((move) => {
    const { from, to, needs, checks } = moveRow(move)
    return `${move}: ${typeof from === 'string' ? from : from.join(' or ')} → ${to ?? 'stays'}; needs ${needs ?? 'nothing'}; checks ${checks}`
  })
  expect(table).toEqual([
    'submit: DRAFT → EDITING; needs nothing; checks writers',
    'sendOn: EDITING → REVIEW; needs nothing; checks none',
    'sendBack: EDITING or REVIEW → DRAFT; needs notes; checks none',
    'approve: REVIEW → APPROVED; needs nothing; checks all',
    'publish: APPROVED → LIVE; needs nothing; checks all',
    'askWithdrawal: live → stays; needs reason; checks none',
    'withdraw: live → WITHDRAWN; needs reason; checks none',
    'schedule: APPROVED → stays; needs nothing; checks all',
    'unschedule: APPROVED → stays; needs nothing; checks none',
    'scheduleUnpublish: live → stays; needs reason; checks none',
    'cancelUnpublish: live → stays; needs nothing; checks none',
    'setEmbargo: unseen → stays; needs nothing; checks none',
    'liftEmbargo: unseen → stays; needs reason; checks none',
  ])
})

test('readers may see an older revision than the newsroom', () => {
  expect(STORY_STATES.filter((state) => isBehind({ state, live: true }))).toEqual(['DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'WITHDRAWN'])
  expect(isBehind({ state: 'DRAFT', live: false })).toBe(false)
})

test('an embargo is about what readers have never seen or see no longer, unless the story is closed', () => {
  expect(STORY_STATES.filter((state) => canMove('setEmbargo', { state, live: false }))).toEqual(['DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'LIVE'])
  expect(STORY_STATES.filter((state) => canMove('setEmbargo', { state, live: true }))).toEqual([])
  expect(canMove('setEmbargo', { state: 'toString' as Standing['state'], live: false })).toBe(false)
})

test('an unknown move is refused, even one that objects have by birth', () => {
  for (const odd of ['toString', '__proto__', 'hasOwnProperty', '', 'unpublish']) {
    expect(canMove(odd as Move, { state: 'REVIEW', live: true })).toBe(false)
  }
})

test('a change after an approval must be reviewed again; a live story starts over as a draft; a withdrawn one is closed', () => {
  expect(STORY_STATES.map((state) => [state, stateAfterEdit(state)])).toEqual([
    ['DRAFT', 'DRAFT'], ['EDITING', 'EDITING'], ['REVIEW', 'REVIEW'], ['APPROVED', 'REVIEW'], ['LIVE', 'DRAFT'], ['WITHDRAWN', null],
  ])
})

test('no sequence of moves and edits publishes without an approval of what is published', () => {
  const step = fc.oneof(fc.constantFrom(...MOVES), fc.constant('edit' as const))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let standing: Standing = { state: 'DRAFT', live: false }
      let approved = false
      for (const one of steps) {
        if (one === 'edit') {
          const state = stateAfterEdit(standing.state)
          if (state === null) continue
          standing = { ...standing, state }
          approved = false
        } else if (canMove(one, standing)) {
          const { to } = moveRow(one)
          if (one === 'approve') approved = true
          if (one === 'publish') expect(approved).toBe(true)
          standing = { state: to ?? standing.state, live: one === 'publish' || (standing.live && one !== 'withdraw') }
          if (standing.state === 'DRAFT') approved = false
        }
        expect(standing.live && stateAfterEdit(standing.state) === null).toBe(false)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a draft waits for its owner, and what is live or withdrawn for nobody', () => {
  expect(STORY_STATES.filter(waitsForOwner)).toEqual(['DRAFT'])
  expect(STORY_STATES.filter(isOpen)).toEqual(['DRAFT', 'EDITING', 'REVIEW', 'APPROVED'])
})
