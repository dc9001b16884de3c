import { describe, expect, test } from 'vitest'
import { decide, decideOnStaff, decideOnStory, decideOverrule, type StoryCase } from './policy.ts'

const story = (on: Partial<StoryCase> = {}): StoryCase => ({ state: 'DRAFT', live: false, isAuthor: false, policy: 'ADVISER_APPROVES', editorsDecide: 'no', ...on })
const allowed = (verdict: { allowed: boolean }) => verdict.allowed

describe('a writer', () => {
  test('can start a story and hand in their own', () => {
    expect(allowed(decide('WRITER', 'createStory'))).toBe(true)
    expect(allowed(decideOnStory('WRITER', 'submit', story({ isAuthor: true })))).toBe(true)
  })
  test('cannot hand in or edit the story of somebody else', () => {
    expect(allowed(decideOnStory('WRITER', 'submit', story()))).toBe(false)
    expect(allowed(decideOnStory('WRITER', 'editStory', story()))).toBe(false)
  })
  test('cannot edit while the editors have it, and is told whom to ask', () => {
    expect(decideOnStory('WRITER', 'editStory', story({ state: 'EDITING', isAuthor: true }))).toEqual({
      allowed: false,
      reason: 'The story is editing. Ask an editor to send it back if you need to change it.',
    })
  })
  test('can start a new revision of their live story', () => {
    expect(allowed(decideOnStory('WRITER', 'editStory', story({ state: 'LIVE', live: true, isAuthor: true })))).toBe(true)
  })
  test('cannot approve, publish or withdraw anything, whoever wrote it', () => {
    for (const isAuthor of [true, false]) {
      expect(allowed(decideOnStory('WRITER', 'approve', story({ state: 'REVIEW', isAuthor, policy: 'OPEN_FORUM' })))).toBe(false)
      expect(allowed(decideOnStory('WRITER', 'publish', story({ state: 'APPROVED', isAuthor })))).toBe(false)
      expect(allowed(decideOnStory('WRITER', 'withdraw', story({ state: 'LIVE', live: true, isAuthor })))).toBe(false)
    }
  })
  test('can choose how their own name appears, and nobody else’s', () => {
    expect(allowed(decideOnStaff('WRITER', 'setBylineForm', { isSelf: true, targetRole: 'WRITER' }))).toBe(true)
    expect(allowed(decideOnStaff('WRITER', 'setBylineForm', { isSelf: false, targetRole: 'WRITER' }))).toBe(false)
  })
})

describe('an editor', () => {
  test('cannot approve where an adviser approves', () => {
    expect(allowed(decideOnStory('EDITOR', 'approve', story({ state: 'REVIEW' })))).toBe(false)
  })
  test('approves in an editor-led paper, but never their own story', () => {
    for (const policy of ['ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      expect(allowed(decideOnStory('EDITOR', 'approve', story({ state: 'REVIEW', policy, editorsDecide: 'yes' })))).toBe(true)
      expect(decideOnStory('EDITOR', 'approve', story({ state: 'REVIEW', policy, editorsDecide: 'yes', isAuthor: true }))).toEqual({
        allowed: false,
        reason: 'Nobody approves a story that they wrote or signed.',
      })
    }
  })
  test('waits while the adviser who is asked still has time', () => {
    expect(decideOnStory('EDITOR', 'approve', story({ state: 'REVIEW', policy: 'ADVISER_CONSULTS', editorsDecide: 'waits' }))).toEqual({
      allowed: false,
      reason: 'The adviser was asked about this story and still has time to comment.',
    })
  })
  test('sends back from review once the hold was handed to the editors', () => {
    expect(allowed(decideOnStory('EDITOR', 'sendBack', story({ state: 'REVIEW' })))).toBe(false)
    expect(allowed(decideOnStory('EDITOR', 'sendBack', story({ state: 'REVIEW', editorsDecide: 'yes' })))).toBe(true)
  })
  test('lifts what another editor required, not what an adviser did', () => {
    expect(allowed(decideOverrule('EDITOR', { requiredBy: 'EDITOR', isOwn: false }))).toBe(true)
    expect(allowed(decideOverrule('EDITOR', { requiredBy: 'ADVISER', isOwn: false }))).toBe(false)
    expect(allowed(decideOverrule('EDITOR', { requiredBy: 'ADMIN', isOwn: true }))).toBe(true)
    expect(allowed(decideOverrule('ADVISER', { requiredBy: 'ADMIN', isOwn: false }))).toBe(true)
    expect(allowed(decideOverrule('WRITER', { requiredBy: 'WRITER', isOwn: true }))).toBe(false)
    expect(allowed(decideOverrule(null, { requiredBy: 'WRITER', isOwn: true }))).toBe(false)
  })
  test('can ask for a withdrawal, and cannot withdraw', () => {
    const live = story({ state: 'LIVE', live: true })
    expect(allowed(decideOnStory('EDITOR', 'askWithdrawal', live))).toBe(true)
    expect(allowed(decideOnStory('EDITOR', 'withdraw', live))).toBe(false)
  })
  test('invites nobody', () => {
    expect(allowed(decideOnStaff('EDITOR', 'invite', { isSelf: false, targetRole: 'WRITER' }))).toBe(false)
  })
})

describe('an adviser', () => {
  test('cannot approve a story that bears their byline, under any policy', () => {
    for (const policy of ['ADVISER_APPROVES', 'ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      expect(allowed(decideOnStory('ADVISER', 'approve', story({ state: 'REVIEW', isAuthor: true, policy })))).toBe(false)
    }
  })
  test('invites writers, editors and advisers, but no admin', () => {
    const invite = (targetRole: 'WRITER' | 'ADVISER' | 'ADMIN') => allowed(decideOnStaff('ADVISER', 'invite', { isSelf: false, targetRole }))
    expect([invite('WRITER'), invite('ADVISER'), invite('ADMIN')]).toEqual([true, true, false])
  })
  test('cannot raise a student to adviser, nor change another adviser', () => {
    expect(allowed(decideOnStaff('ADVISER', 'manageAccount', { isSelf: false, targetRole: 'WRITER', newRole: 'EDITOR' }))).toBe(true)
    expect(allowed(decideOnStaff('ADVISER', 'manageAccount', { isSelf: false, targetRole: 'WRITER', newRole: 'ADVISER' }))).toBe(false)
    expect(allowed(decideOnStaff('ADVISER', 'manageAccount', { isSelf: false, targetRole: 'ADVISER' }))).toBe(false)
  })
  test('changes no settings', () => {
    expect(allowed(decide('ADVISER', 'changeSettings'))).toBe(false)
  })
})

describe('the audit log', () => {
  test('is read by advisers and admins, and by no student', () => {
    const readers = (['WRITER', 'EDITOR', 'ADVISER', 'ADMIN'] as const).filter((role) => allowed(decide(role, 'readAudit')))
    expect(readers).toEqual(['ADVISER', 'ADMIN'])
    expect(allowed(decide(null, 'readAudit', { isSelf: true }))).toBe(false)
  })
})

describe('how much of a name readers see', () => {
  test('can be made less by an adviser, and more by its bearer alone', () => {
    for (const role of ['ADVISER', 'ADMIN'] as const) {
      const change = (on: { isSelf: boolean; showsMore: boolean }) => allowed(decideOnStaff(role, 'setBylineForm', { ...on, targetRole: 'WRITER' }))
      expect(change({ isSelf: false, showsMore: false })).toBe(true)
      expect(change({ isSelf: false, showsMore: true })).toBe(false)
      expect(change({ isSelf: true, showsMore: true })).toBe(true)
    }
    expect(allowed(decideOnStaff('WRITER', 'setBylineForm', { isSelf: true, targetRole: 'WRITER', showsMore: true }))).toBe(true)
  })
})

describe('the opt-out list', () => {
  test('is for advisers and admins alone', () => {
    expect([null, 'WRITER', 'EDITOR', 'ADVISER', 'ADMIN'].map((role) => allowed(decide(role as 'WRITER' | null, 'keepOptOutList')))).toEqual([false, false, false, true, true])
  })
  test('lets an adviser allow a story that they did not write', () => {
    expect(allowed(decideOnStory('ADVISER', 'allowNamed', story({ state: 'REVIEW' })))).toBe(true)
    expect(allowed(decideOnStory('ADVISER', 'allowNamed', story({ state: 'REVIEW', isAuthor: true })))).toBe(false)
    expect(allowed(decideOnStory('EDITOR', 'allowNamed', story({ state: 'REVIEW', editorsDecide: 'yes', policy: 'OPEN_FORUM' })))).toBe(false)
  })
})

describe('an admin', () => {
  test('cannot change their own account', () => {
    expect(allowed(decideOnStaff('ADMIN', 'manageAccount', { isSelf: true, targetRole: 'ADMIN' }))).toBe(false)
  })
  test('cannot approve their own story either', () => {
    expect(allowed(decideOnStory('ADMIN', 'approve', story({ state: 'REVIEW', isAuthor: true })))).toBe(false)
  })
  test('hands over reset links', () => {
    expect(allowed(decide('ADMIN', 'handOverResetLink'))).toBe(true)
    expect(allowed(decide('ADVISER', 'handOverResetLink'))).toBe(false)
  })
})

describe('an adviser who is only asked', () => {
  test('comments in review, and can neither send back nor block', () => {
    for (const policy of ['ADVISER_CONSULTS', 'OPEN_FORUM'] as const) {
      expect(allowed(decideOnStory('ADVISER', 'comment', story({ state: 'REVIEW', policy })))).toBe(true)
      expect(allowed(decideOnStory('ADVISER', 'comment', story({ state: 'EDITING', policy })))).toBe(false)
      for (const action of ['sendBack', 'addBlockingNote'] as const) {
        expect(allowed(decideOnStory('ADVISER', action, story({ state: 'REVIEW', policy })))).toBe(false)
        expect(allowed(decideOnStory('ADMIN', action, story({ state: 'REVIEW', policy })))).toBe(false)
      }
    }
  })
})

describe('the paper’s machine', () => {
  test('is an admin’s alone: jobs, trying them again, and mails, which may hold one-time links', () => {
    for (const action of ['readJobs', 'retryJobs', 'handleMail'] as const) {
      expect((['WRITER', 'EDITOR', 'ADVISER', 'ADMIN'] as const).filter((role) => allowed(decide(role, action, { isSelf: true })))).toEqual(['ADMIN'])
    }
  })
})
