import { expect, test } from 'vitest'
import { ROLES, type Role } from './people.ts'
import {
  decide, decideOnStaff, decideOnStory, grantOf, isEditorLed, PLAIN_ACTIONS, REVIEW_POLICIES, STAFF_ACTIONS, STORY_ACTIONS,
  type Action, type ReviewPolicy, type StoryAction, type StoryCase,
} from './policy.ts'
import { MOVES, STORY_STATES, type Standing, type StoryState } from './workflow.ts'

const EVERYBODY: (Role | null)[] = [null, ...ROLES]
const nameOf = (role: Role | null) => role ?? 'signed out'

/** Every state that a story can be in; DRAFT, EDITING, REVIEW and APPROVED with and without a live older revision. */
const STANDINGS: Standing[] = STORY_STATES.flatMap((state) =>
  [false, true].filter((live) => (state !== 'LIVE' || live) && (state !== 'WITHDRAWN' || !live)).map((live) => ({ state, live })),
)

/** What `editorsDecide` can be under each policy. */
const DECIDES: Record<ReviewPolicy, StoryCase['editorsDecide'][]> = { ADVISER_APPROVES: ['no', 'yes'], ADVISER_CONSULTS: ['waits', 'yes'], OPEN_FORUM: ['yes'] }

/** The table of docs/workflow.md written down a second time, by hand: the code must agree with it. */
function expected(role: Role | null, action: StoryAction, on: StoryCase): boolean {
  if (role === null) return false
  const adviser = role === 'ADVISER' || role === 'ADMIN'
  const editor = role === 'EDITOR'
  const led = on.policy !== 'ADVISER_APPROVES'
  switch (action) {
    case 'submit':
      return on.state === 'DRAFT' && (on.isAuthor || editor || adviser)
    case 'sendOn':
      return on.state === 'EDITING' && (editor || adviser)
    case 'sendBack':
      if (adviser) return !led && (on.state === 'EDITING' || on.state === 'REVIEW')
      return editor && (on.state === 'EDITING' || (on.state === 'REVIEW' && (led || on.editorsDecide === 'yes')))
    case 'approve':
      return on.state === 'REVIEW' && !on.isAuthor && (adviser || (editor && on.editorsDecide === 'yes'))
    case 'comment':
      return adviser && on.state === 'REVIEW'
    case 'object':
      return on.isAuthor
    case 'answerObjection':
      return !on.isAuthor && (editor || adviser)
    case 'fillRiskChecklist':
      return editor || adviser
    case 'publish':
      return on.state === 'APPROVED' && (editor || adviser)
    case 'withdraw':
      return on.live && adviser
    case 'askWithdrawal':
      return on.live && editor
    case 'schedule':
    case 'unschedule':
      return on.state === 'APPROVED' && (editor || adviser)
    case 'scheduleUnpublish':
    case 'cancelUnpublish':
      return on.live && adviser
    case 'setEmbargo':
      return !on.live && on.state !== 'WITHDRAWN' && (editor || adviser)
    case 'liftEmbargo':
      return !on.live && on.state !== 'WITHDRAWN' && adviser
    case 'readStory':
    case 'addNote':
      return true
    case 'addBlockingNote':
      return editor || (adviser && !led)
    case 'resolveNote':
    case 'dismissFinding':
      return on.isAuthor || editor || adviser
    case 'allowNamed':
      return !on.isAuthor && adviser
    case 'liftBlockingFinding':
      return !on.isAuthor && (editor || adviser)
    case 'assign':
    case 'plan':
      return !on.live && on.state !== 'WITHDRAWN' && on.state !== 'LIVE' && (editor || adviser)
    case 'volunteer':
      return !on.live && on.state !== 'WITHDRAWN' && on.state !== 'LIVE'
    case 'proposeCorrection':
      return on.live && (editor || adviser)
    case 'publishCorrection':
      return on.live && !on.isAuthor && (adviser || (editor && led))
    case 'voteOnRequest':
      return !on.isAuthor && (editor || adviser)
    case 'decideRequest':
      return adviser
    case 'keepAsIs':
      return !on.isAuthor && adviser
    case 'removeName':
    case 'hideFromSearch':
      return on.live && adviser
    case 'editStory':
      if (on.state === 'WITHDRAWN') return false
      return editor || adviser || (on.isAuthor && (on.state === 'DRAFT' || on.state === 'LIVE'))
  }
}

test('every role, every action, every state, author or not, under every review policy', async () => {
  const lines: string[] = []
  for (const [policy, editorsDecide] of REVIEW_POLICIES.flatMap((one) => DECIDES[one].map((decides) => [one, decides] as const))) {
    for (const action of STORY_ACTIONS) {
      lines.push(`\n${policy} · editors decide: ${editorsDecide} · ${action}`)
      for (const { state, live } of STANDINGS) {
        const cells = EVERYBODY.flatMap((role) =>
          [false, true].map((isAuthor) => {
            const on = { state, live, isAuthor, policy, editorsDecide }
            const { allowed } = decideOnStory(role, action, on)
            expect(allowed, `${nameOf(role)} ${action} ${state} live=${live} author=${isAuthor} ${policy}`).toBe(expected(role, action, on))
            return `${nameOf(role)}${isAuthor ? '+author' : ''}:${allowed ? 'YES' : '-'}`
          }),
        )
        lines.push(`  ${`${state}${live && state !== 'LIVE' ? ' (older live)' : ''}`.padEnd(22)} ${cells.join('  ')}`)
      }
    }
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./policy.matrix.txt')
})

test('every role, every action on people', async () => {
  const lines: string[] = []
  for (const action of STAFF_ACTIONS) {
    lines.push(`\n${action}`)
    for (const targetRole of ROLES) {
      for (const newRole of [undefined, ...ROLES]) {
        const cells = EVERYBODY.flatMap((role) =>
          [false, true].map((isSelf) => {
            const { allowed } = decideOnStaff(role, action, { isSelf, targetRole, ...(newRole === undefined ? {} : { newRole }) })
            return `${nameOf(role)}${isSelf ? '+self' : ''}:${allowed ? 'YES' : '-'}`
          }),
        )
        lines.push(`  ${`${targetRole}${newRole === undefined ? '' : ` to ${newRole}`}`.padEnd(18)} ${cells.join('  ')}`)
      }
    }
  }
  lines.push('\nplain actions')
  for (const action of PLAIN_ACTIONS) {
    const cells = EVERYBODY.flatMap((role) => [false, true].map((isSelf) => `${nameOf(role)}${isSelf ? '+own' : ''}:${decide(role, action, { isSelf }).allowed ? 'YES' : '-'}`))
    lines.push(`  ${action.padEnd(18)} ${cells.join('  ')}`)
  }
  lines.push('\nplain actions that depend on the review policy')
  for (const action of PLAIN_ACTIONS.filter((one) => ROLES.some((role) => grantOf(role, one) === 'editorLed'))) {
    for (const policy of REVIEW_POLICIES) lines.push(`  ${action.padEnd(18)} ${policy.padEnd(16)} ${EVERYBODY.map((role) => `${nameOf(role)}:${decide(role, action, { policy }).allowed ? 'YES' : '-'}`).join('  ')}`)
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./policy.people.txt')
})

test('pages of the paper are begun by editors and advisers', () => {
  for (const role of EVERYBODY) expect(decide(role, 'createPage').allowed, nameOf(role)).toBe(role !== null && role !== 'WRITER')
})

test('the front page: editors and advisers arrange it; own words of its banner are for whoever has the last word on a story', () => {
  for (const role of EVERYBODY) {
    const faculty = role === 'ADVISER' || role === 'ADMIN'
    expect(decide(role, 'arrangeFront').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    expect(decide(role, 'makePoll').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR' || role === 'WRITER')
    expect(decide(role, 'keepPoll').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    expect(decide(role, 'keepPoll', { isSelf: true }).allowed, nameOf(role)).toBe(faculty || role === 'EDITOR' || role === 'WRITER')
    expect(decide(role, 'setSportsDesk').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    expect(decide(role, 'keepScores').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    expect(decide(role, 'keepScores', { isSelf: true }).allowed, nameOf(role)).toBe(faculty || role === 'EDITOR' || role === 'WRITER')
    expect(decide(role, 'wordBanner').allowed, nameOf(role)).toBe(faculty)
    for (const action of ['keepSeries', 'keepTags'] as const) expect(decide(role, action).allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    expect(decide(role, 'wordBanner', { policy: 'ADVISER_APPROVES' }).allowed, nameOf(role)).toBe(faculty)
    for (const policy of ['ADVISER_CONSULTS', 'OPEN_FORUM'] as const) expect(decide(role, 'wordBanner', { policy }).allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
  }
  expect(decide('EDITOR', 'wordBanner', { policy: 'ADVISER_APPROVES' })).toEqual({ allowed: false, reason: 'At this paper an adviser decides this.' })
  expect(decide('EDITOR', 'wordBanner', { policy: 'toString' as ReviewPolicy }).allowed).toBe(false)
})

test('what readers write, and what the paper mails to them, is in the hands of editors and advisers', () => {
  for (const role of EVERYBODY) {
    for (const action of ['sendNewsletter', 'handleLetters', 'moderateComments'] as const) expect(decide(role, action).allowed, `${nameOf(role)} ${action}`).toBe(role === 'EDITOR' || role === 'ADVISER' || role === 'ADMIN')
  }
})

test('a printed issue: editors prepare it, whoever has the last word on a story publishes it, and never who uploaded it', () => {
  for (const role of EVERYBODY) {
    const faculty = role === 'ADVISER' || role === 'ADMIN'
    expect(decide(role, 'prepareIssue').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    for (const action of ['withdrawIssue', 'allowNamedInIssue', 'runSupport'] as const) expect(decide(role, action).allowed, nameOf(role)).toBe(faculty)
    expect(decide(role, 'readAllFigures').allowed, nameOf(role)).toBe(faculty || role === 'EDITOR')
    for (const policy of REVIEW_POLICIES) {
      expect(decide(role, 'publishIssue', { policy, isSelf: false }).allowed, nameOf(role)).toBe(faculty || (role === 'EDITOR' && policy !== 'ADVISER_APPROVES'))
      expect(decide(role, 'publishIssue', { policy, isSelf: true }).allowed, nameOf(role)).toBe(false)
    }
  }
})

test('the signed-out may do nothing at all', () => {
  for (const action of PLAIN_ACTIONS) expect(decide(null, action).allowed).toBe(false)
  for (const action of STAFF_ACTIONS) expect(decideOnStaff(null, action, { isSelf: true, targetRole: 'WRITER' }).allowed).toBe(false)
})

test('an admin may do whatever an adviser may', () => {
  for (const policy of REVIEW_POLICIES)
    for (const action of STORY_ACTIONS)
      for (const standing of STANDINGS)
        for (const isAuthor of [false, true]) {
          const on: StoryCase = { ...standing, isAuthor, policy, editorsDecide: 'waits' }
          expect(decideOnStory('ADMIN', action, on).allowed).toBe(decideOnStory('ADVISER', action, on).allowed)
        }
})

test('whoever a story was handed to may do what its authors may, and loses nothing that they could do before', () => {
  for (const policy of REVIEW_POLICIES)
    for (const role of EVERYBODY)
      for (const action of STORY_ACTIONS)
        for (const standing of STANDINGS)
          for (const isAuthor of [false, true]) {
            const may = (on: Partial<StoryCase>) => decideOnStory(role, action, { ...standing, isAuthor, policy, editorsDecide: 'yes', ...on }).allowed
            const wrote = may({ isAuthor: true }) && grantOf(role ?? 'WRITER', action) === 'author'
            expect(may({ isOwner: true }), `${nameOf(role)} ${action}`).toBe(may({}) || wrote)
          }
})

test('what the table does not know is refused', () => {
  const on: StoryCase = { state: 'REVIEW', live: true, isAuthor: false, policy: 'OPEN_FORUM', editorsDecide: 'yes' }
  const oddities: unknown[] = ['toString', '__proto__', 'constructor', 'APPROVE', '', 'delete', undefined]
  for (const odd of oddities) {
    expect(grantOf('ADMIN', odd as Action)).toBe('no')
    expect(grantOf(odd as Role, 'createStory')).toBe('no')
    expect(decideOnStory('ADMIN', odd as StoryAction, on).allowed).toBe(false)
    for (const move of MOVES) expect(decideOnStory('ADVISER', move, { ...on, live: false, state: odd as StoryState }).allowed).toBe(false)
    expect(decideOnStory('ADMIN', 'editStory', { ...on, state: odd as StoryState }).allowed).toBe(false)
    expect(isEditorLed(odd as ReviewPolicy)).toBe(false)
    expect(decideOnStory('EDITOR', 'approve', { ...on, editorsDecide: odd as StoryCase['editorsDecide'] }).allowed).toBe(false)
  }
})

test('every refusal says why in a sentence', () => {
  for (const role of EVERYBODY)
    for (const action of STORY_ACTIONS)
      for (const standing of STANDINGS) {
        const verdict = decideOnStory(role, action, { ...standing, isAuthor: true, policy: 'ADVISER_APPROVES', editorsDecide: 'no' })
        if (!verdict.allowed) expect(verdict.reason).toMatch(/^[A-Z].+\.$/)
      }
})
