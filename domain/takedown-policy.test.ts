import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUNDS, noteKind, OUTCOMES, OUTCOME_WORDS, REFERENCE, referenceOf, requestDecisionSchema, requestFormSchema, storyAddress, voteSchema } from './takedown-policy.ts'

const ID = '00000000-0000-4000-8000-000000000000'
const form = { story: '/news/a-story', ground: 'MISTAKE', problem: 'The score is wrong.', wish: 'Put it right.', name: '', email: '' }
const fieldsOf = (result: { success: boolean; error?: { issues: { path: PropertyKey[] }[] } }) => (result.success ? [] : (result.error?.issues.map(({ path }) => path.join('.')) ?? []))

describe('the address of a story', () => {
  test.each([
    ['/news/a-story', 'news', 'a-story'],
    ['https://paper.school.org/news/a-story?x=1#top', 'news', 'a-story'],
    ['  paper.school.org/news/a-story/ ', 'news', 'a-story'],
    ['HTTP://paper/news/a-story', 'news', 'a-story'],
  ])('%s', (text, sectionSlug, slug) => {
    expect(storyAddress(text)).toEqual({ sectionSlug, slug })
  })
  test.each(['', '/', '/news', '/news/', '/news/a/b', '/News/a', 'a story', 'http://', 'javascript:alert(1)', '/news/<script>', '//evil.example'])('“%s” is none', (text) => {
    expect(storyAddress(text)).toBeNull()
  })
  test('anything at all is an address of two slugs, or none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const address = storyAddress(text)
        if (address !== null) expect(`${address.sectionSlug}/${address.slug}`).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/)
      }),
    )
  })
})

describe('the form', () => {
  test('takes a request of nobody, and trims', () => {
    expect(requestFormSchema.parse({ ...form, problem: '  The score is wrong.  ' })).toEqual({ ...form, story: { sectionSlug: 'news', slug: 'a-story' }, name: null, email: null })
  })
  test.each(['COPYRIGHT', 'OWN_WORK'])('%s is for somebody who says who they are', (ground) => {
    expect(fieldsOf(requestFormSchema.safeParse({ ...form, ground }))).toEqual(['name', 'email'])
    expect(requestFormSchema.parse({ ...form, ground, name: ' Rosa Lind ', email: 'Rosa@Example.org ' })).toMatchObject({ name: 'Rosa Lind', email: 'rosa@example.org' })
  })
  test('names every field that is not right', () => {
    expect(fieldsOf(requestFormSchema.safeParse({ ...form, ground: 'COPYRIGHT', wish: '', email: 'nobody' }))).toEqual(['wish', 'email', 'name'])
    expect(requestFormSchema.safeParse(null).success).toBe(false)
    const bad = { story: 'somewhere', ground: '', problem: 'Bad.', wish: '', name: 'a@b', email: 'nobody' }
    expect(fieldsOf(requestFormSchema.safeParse(bad))).toEqual(['story', 'ground', 'problem', 'wish', 'name', 'email'])
    expect(fieldsOf(requestFormSchema.safeParse({ ...form, problem: 'x'.repeat(4_001), wish: 'x'.repeat(2_001), story: 'x'.repeat(501) }))).toEqual(['story', 'problem', 'wish'])
  })
  test('no ground is missing', () => {
    for (const ground of GROUNDS) expect(requestFormSchema.safeParse({ ...form, ground, name: 'Rosa Lind', email: 'rosa@example.org' }).success).toBe(true)
  })
})

describe('a decision', () => {
  const decision = { requestId: ID, revisionId: ID, outcome: 'KEEP', reason: 'It is right.' }
  const all = { ...decision, note: 'The score was the wrong way round.', nameNote: 'Take out the name.', statement: 'It is gone.' }
  test.each([
    ['KEEP', []],
    ['CORRECT', ['note']],
    ['UPDATE', ['note']],
    ['NAME', ['nameNote']],
    ['HIDE', []],
    ['WITHDRAW', ['statement']],
  ])('%s needs %j', (outcome, fields) => {
    expect(fieldsOf(requestDecisionSchema.safeParse({ ...decision, outcome }))).toEqual(fields)
    expect(requestDecisionSchema.safeParse({ ...all, outcome }).success).toBe(true)
  })
  test('a staff byline is shortened or hidden, not left whole', () => {
    const name = { ...decision, outcome: 'NAME', staffId: ID }
    expect(fieldsOf(requestDecisionSchema.safeParse({ ...name, bylineForm: 'FULL' }))).toEqual(['bylineForm'])
    expect(requestDecisionSchema.safeParse({ ...name, bylineForm: 'SHORT' }).success).toBe(true)
  })
  test('a withdrawn story has no version, and a reason must be given', () => {
    expect(requestDecisionSchema.parse({ ...decision, revisionId: '' }).revisionId).toBeNull()
    expect(fieldsOf(requestDecisionSchema.safeParse({ ...decision, reason: ' ', outcome: 'X' }))).toEqual(['outcome', 'reason'])
    expect(fieldsOf(requestDecisionSchema.safeParse({ ...decision, reason: ' ', outcome: 'WITHDRAW' }))).toEqual(['reason', 'statement'])
  })
  test('each outcome takes a power of its own, and only two put a note on the story', () => {
    for (const outcome of OUTCOMES) expect(OUTCOME_WORDS[outcome].needs).not.toBe('')
    expect(OUTCOMES.map(noteKind)).toEqual([null, 'CORRECTION', 'UPDATE', null, null, null])
  })
})

test('a vote may go without a remark', () => {
  expect(voteSchema.parse({ requestId: ID, outcome: 'KEEP' })).toMatchObject({ remark: '' })
  expect(fieldsOf(voteSchema.safeParse({ requestId: ID, outcome: '', remark: 'x'.repeat(2_001) }))).toEqual(['outcome', 'remark'])
})

test('a reference has no letters that look alike, whatever the bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => REFERENCE.test(referenceOf(bytes))))
})
