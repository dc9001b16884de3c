import type { Role } from './people.ts'
import { canMove, MOVES, STATE_NAMES, stateAfterEdit, takesPlans, type Move, type Standing } from './workflow.ts'

/**
 * Who may do what: one total table from which every screen, command and socket takes its answer. An action, a role or
 * a state that it does not know is refused. Who is who comes from the database; what they may do is only here.
 */

export const REVIEW_POLICIES = ['ADVISER_APPROVES', 'ADVISER_CONSULTS', 'OPEN_FORUM'] as const
export type ReviewPolicy = (typeof REVIEW_POLICIES)[number]

export const REVIEW_POLICY_NAMES: Record<ReviewPolicy, string> = {
  ADVISER_APPROVES: 'Adviser approves',
  ADVISER_CONSULTS: 'Adviser consults',
  OPEN_FORUM: 'Open forum',
}

/** In the last two, student editors have the final word ("editor-led"). */
export function isEditorLed(policy: ReviewPolicy): boolean {
  return policy === 'ADVISER_CONSULTS' || policy === 'OPEN_FORUM'
}

/** What a correction or a reader's request about a story takes (domain/corrections.ts, domain/takedown-policy.ts). */
export const REQUEST_ACTIONS = ['proposeCorrection', 'publishCorrection', 'voteOnRequest', 'decideRequest', 'keepAsIs', 'removeName', 'hideFromSearch'] as const
export const STORY_ACTIONS = [
  ...MOVES, 'comment', 'object', 'answerObjection', 'fillRiskChecklist', 'readStory', 'editStory', 'addNote', 'addBlockingNote', 'resolveNote', 'dismissFinding', 'liftBlockingFinding', 'assign', 'plan', 'volunteer', 'allowNamed', ...REQUEST_ACTIONS,
] as const
export const STAFF_ACTIONS = ['invite', 'manageAccount', 'setBylineForm', 'setPosition', 'editProfile', 'markAway'] as const
export const PLAIN_ACTIONS = [
  'enterNewsroom',
  'createStory',
  'createPage',
  'uploadMedia',
  'editMedia',
  'deleteMedia',
  'approveFairUse',
  'handOverResetLink',
  'changeSettings',
  'setCopydeskRules',
  'extendDictionary',
  'pitch',
  'changePitch',
  'answerPitch',
  'workOnPhoto',
  'readJobs',
  'retryJobs',
  'handleMail',
  'readAudit',
  'handleRequests',
  'keepOptOutList',
  'moveStaffOn',
  'arrangeFront',
  'wordBanner',
  'keepScores',
  'setSportsDesk',
  'makePoll',
  'keepPoll',
  'keepSeries',
  'keepTags',
  'sendNewsletter',
  'handleLetters',
  'moderateComments',
  'prepareIssue',
  'publishIssue',
  'withdrawIssue',
  'allowNamedInIssue',
  'readAllFigures',
  'runSupport',
] as const

export type StoryAction = (typeof STORY_ACTIONS)[number]
export type StaffAction = (typeof STAFF_ACTIONS)[number]
export type PlainAction = (typeof PLAIN_ACTIONS)[number]
export type Action = StoryAction | StaffAction | PlainAction

/**
 * yes, no, or on a condition: `author` = wrote it or bears its byline; `notAuthor` = the opposite; `editorLedNotAuthor` =
 * only where the review policy lets student editors decide now; `editorLed` = only where they have the last word; `adviserLed` = only where the adviser has it; `self` = about oneself;
 * `students` = about writers and editors (never to or from a higher role).
 */
export type Grant = 'yes' | 'no' | 'author' | 'notAuthor' | 'editorLedNotAuthor' | 'editorLed' | 'adviserLed' | 'self' | 'students' | 'staff'

type Row = Record<Exclude<Role, 'ADMIN'>, Grant> & { ADMIN?: Grant }

/** ADMIN holds every right of an ADVISER unless its own column says more. */
const TABLE = {
  submit: { WRITER: 'author', EDITOR: 'yes', ADVISER: 'yes' },
  sendOn: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // An adviser who is only asked may comment, but neither stop a story nor hold it up.
  sendBack: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'adviserLed' },
  approve: { WRITER: 'no', EDITOR: 'editorLedNotAuthor', ADVISER: 'notAuthor' },
  publish: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  askWithdrawal: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'no' },
  withdraw: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  schedule: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  unschedule: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  scheduleUnpublish: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  cancelUnpublish: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  setEmbargo: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  liftEmbargo: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  readStory: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  editStory: { WRITER: 'author', EDITOR: 'yes', ADVISER: 'yes' },
  addNote: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  addBlockingNote: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'adviserLed' },
  comment: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  object: { WRITER: 'author', EDITOR: 'author', ADVISER: 'author' },
  answerObjection: { WRITER: 'no', EDITOR: 'notAuthor', ADVISER: 'notAuthor' },
  fillRiskChecklist: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  resolveNote: { WRITER: 'author', EDITOR: 'yes', ADVISER: 'yes' },
  dismissFinding: { WRITER: 'author', EDITOR: 'yes', ADVISER: 'yes' },
  // A rule was made blocking for a second pair of eyes: whoever wrote the passage cannot be those.
  liftBlockingFinding: { WRITER: 'no', EDITOR: 'notAuthor', ADVISER: 'notAuthor' },
  proposeCorrection: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // A note is text that readers see: whoever has the last word on a revision has it here. An adviser who is only asked is not waited for.
  publishCorrection: { WRITER: 'no', EDITOR: 'editorLedNotAuthor', ADVISER: 'notAuthor' },
  voteOnRequest: { WRITER: 'no', EDITOR: 'notAuthor', ADVISER: 'notAuthor' },
  // An editor votes; an adviser decides, under every review policy. What the outcome does takes its own power besides.
  decideRequest: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  // Nobody turns down a complaint about their own story; taking something off protects people, and waits for nobody.
  keepAsIs: { WRITER: 'no', EDITOR: 'no', ADVISER: 'notAuthor' },
  removeName: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  hideFromSearch: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  handleRequests: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // Whoever is on the list asked not to be named: that an adviser weighs who did not write the story.
  allowNamed: { WRITER: 'no', EDITOR: 'no', ADVISER: 'notAuthor' },
  invite: { WRITER: 'no', EDITOR: 'no', ADVISER: 'staff', ADMIN: 'yes' },
  manageAccount: { WRITER: 'no', EDITOR: 'no', ADVISER: 'students', ADMIN: 'yes' },
  setBylineForm: { WRITER: 'self', EDITOR: 'self', ADVISER: 'yes' },
  setPosition: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  editProfile: { WRITER: 'self', EDITOR: 'self', ADVISER: 'yes' },
  markAway: { WRITER: 'self', EDITOR: 'self', ADVISER: 'yes' },
  enterNewsroom: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  createStory: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  // In a page the paper speaks of itself; its review is that of a story.
  createPage: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  uploadMedia: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  editMedia: { WRITER: 'self', EDITOR: 'yes', ADVISER: 'yes' },
  deleteMedia: { WRITER: 'self', EDITOR: 'yes', ADVISER: 'yes' },
  approveFairUse: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  handOverResetLink: { WRITER: 'no', EDITOR: 'no', ADVISER: 'no', ADMIN: 'yes' },
  changeSettings: { WRITER: 'no', EDITOR: 'no', ADVISER: 'no', ADMIN: 'yes' },
  setCopydeskRules: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  extendDictionary: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  pitch: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  changePitch: { WRITER: 'self', EDITOR: 'self', ADVISER: 'self' },
  answerPitch: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  workOnPhoto: { WRITER: 'self', EDITOR: 'yes', ADVISER: 'yes' },
  assign: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  plan: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // Where nobody is assigned (domain/planning/assignments.ts).
  volunteer: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  readJobs: { WRITER: 'no', EDITOR: 'no', ADVISER: 'no', ADMIN: 'yes' },
  retryJobs: { WRITER: 'no', EDITOR: 'no', ADVISER: 'no', ADMIN: 'yes' },
  // In the demo paper it shows one-time links of others: to whoever could make them anyway.
  handleMail: { WRITER: 'no', EDITOR: 'no', ADVISER: 'no', ADMIN: 'yes' },
  // Who did what and when, of everybody: students do not keep watch over each other. The history of a story is open to all of the staff.
  readAudit: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  // Who must not be named is told to as few as can be.
  keepOptOutList: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  moveStaffOn: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  // Which live stories stand where, and when that goes out: every story in it had its approval.
  arrangeFront: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // A banner's own words go live without the review of a story, so they take whoever has the last word on one.
  wordBanner: { WRITER: 'no', EDITOR: 'editorLed', ADVISER: 'yes' },
  // Facts of a game, entered beside the field: no review could keep up. `self`: who works for the sports section this year.
  keepScores: { WRITER: 'self', EDITOR: 'yes', ADVISER: 'yes' },
  setSportsDesk: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // Readers see a poll by a story that was approved with it.
  makePoll: { WRITER: 'yes', EDITOR: 'yes', ADVISER: 'yes' },
  keepPoll: { WRITER: 'self', EDITOR: 'yes', ADVISER: 'yes' },
  // Which approved stories belong together, and what a topic is called: labels, in which no name of the opt-out list may stand.
  keepSeries: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  keepTags: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // It says of live stories what the front page says of them: every word had its approval.
  sendNewsletter: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  handleLetters: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  moderateComments: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // A printed issue goes before readers as a story does: by whoever has the last word, and never by who uploaded it.
  prepareIssue: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  publishIssue: { WRITER: 'no', EDITOR: 'editorLed', ADVISER: 'yes' },
  withdrawIssue: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  allowNamedInIssue: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
  // Everybody sees the figures of their own stories.
  readAllFigures: { WRITER: 'no', EDITOR: 'yes', ADVISER: 'yes' },
  // Who pays the paper, and how, is the school's business: donations and advertisements.
  runSupport: { WRITER: 'no', EDITOR: 'no', ADVISER: 'yes' },
} as const satisfies Record<Action, Row>

/** What the grant column of a role says about an action; 'no' for anything unknown. */
export function grantOf(role: Role | null, action: Action): Grant {
  if (role === null || !Object.hasOwn(TABLE, action)) return 'no'
  const row: Row = TABLE[action]
  if (role === 'ADMIN') return row.ADMIN ?? row.ADVISER
  return Object.hasOwn(row, role) ? row[role] : 'no'
}

/** A refusal carries its reason, as a sentence for the person. */
export type Verdict = { allowed: true } | { allowed: false; reason: string }

const YES: Verdict = { allowed: true }
const no = (reason: string): Verdict => ({ allowed: false, reason })
export const SIGNED_OUT = 'You are signed out. Sign in and try again.'
export const OWN_STORY = 'Nobody approves a story that they wrote or signed.'
const OWN_REQUEST = 'Nobody decides on corrections of a story that they wrote or signed, nor on requests about it.'
const OWN_ISSUE = 'Nobody publishes an issue that they uploaded. Somebody else looks at it and decides.'
const NOT_LIVE = 'Readers do not see this story, so there is nothing to change for them.'
/** Of these, only whoever keeps or votes may do so about a story that was withdrawn meanwhile. */
const WHILE_LIVE: readonly StoryAction[] = ['proposeCorrection', 'publishCorrection', 'removeName', 'hideFromSearch']
const NOT_YOUR_PART = 'Your role does not include this.'

const NOT_OWN = no(OWN_STORY)

/** All that decides an action on a story, besides the role. */
export type StoryCase = Standing & {
  isAuthor: boolean
  /** Whether it was handed over to them: they may do what its authors may, and whoever did not write it may still approve it. */
  isOwner?: boolean
  policy: ReviewPolicy
  /** Whether student editors may decide on it now (domain/review-policy.ts). */
  editorsDecide: 'yes' | 'waits' | 'no'
}

function isPlanning(action: StoryAction): boolean {
  return action === 'assign' || action === 'plan' || action === 'volunteer'
}

function isMove(action: StoryAction): action is Move {
  return (MOVES as readonly string[]).includes(action)
}

/** May this role (null: signed out) do this to a story that stands like this? */
export function decideOnStory(role: Role | null, action: StoryAction, on: StoryCase): Verdict {
  if (role === null) return no(SIGNED_OUT)
  const grant = grantOf(role, action)
  const isRequest = (REQUEST_ACTIONS as readonly string[]).includes(action)
  const granted = decideGrant(grant, isRequest ? { ...on, editorsDecide: isEditorLed(on.policy) ? 'yes' : 'no' } : on)
  if (!granted.allowed) return isRequest && granted === NOT_OWN ? no(OWN_REQUEST) : granted
  if (WHILE_LIVE.includes(action) && !on.live) return no(NOT_LIVE)
  if (isMove(action) && !canMove(action, on)) return no(`This cannot be done while the story is ${standingName(on)}.`)
  if (action === 'editStory') return decideEdit(role, on)
  if (isPlanning(action) && !takesPlans(on)) return no('This is for stories on their way to their first publication.')
  // Before an approval is asked for, an editor sends back; from REVIEW only whoever has the last word does.
  if (action === 'sendBack' && on.state === 'REVIEW' && role === 'EDITOR' && !isEditorLed(on.policy) && on.editorsDecide !== 'yes') {
    return no('The story is with the adviser now; only an adviser can send it back.')
  }
  if (action === 'comment' && on.state !== 'REVIEW') return no('This can be said while the story is in review.')
  return YES
}

function decideEdit(role: Role, on: StoryCase): Verdict {
  if (stateAfterEdit(on.state) === null) return no('A withdrawn story can no longer be changed.')
  if (role === 'WRITER' && on.state !== 'DRAFT' && on.state !== 'LIVE') {
    return no(`The story is ${standingName(on)}. Ask an editor to send it back if you need to change it.`)
  }
  return YES
}

function standingName(on: Standing): string {
  return Object.hasOwn(STATE_NAMES, on.state) ? STATE_NAMES[on.state].toLowerCase() : 'in an unknown state'
}

function decideGrant(grant: Grant, on: StoryCase): Verdict {
  switch (grant) {
    case 'yes':
      return YES
    case 'author':
      return on.isAuthor || on.isOwner === true ? YES : no('Only its authors, editors and advisers can do this to the story.')
    case 'notAuthor':
      return on.isAuthor ? NOT_OWN : YES
    case 'editorLedNotAuthor':
      if (on.editorsDecide === 'waits') return no('The adviser was asked about this story and still has time to comment.')
      if (on.editorsDecide !== 'yes') return no('At this paper an adviser decides this.')
      return on.isAuthor ? NOT_OWN : YES
    case 'adviserLed':
      return isEditorLed(on.policy) ? no('At this paper student editors decide. Write a note or a comment: it goes to them, and the story goes on.') : YES
    case 'self':
    case 'students':
    case 'staff':
    case 'editorLed':
    case 'no':
      return no(NOT_YOUR_PART)
  }
}

/** May this role answer an objection to what somebody of `requiredBy` required? What an adviser required, an editor cannot lift, unless they required it themselves. */
export function decideOverrule(role: Role | null, { requiredBy, isOwn }: { requiredBy: Role; isOwn: boolean }): Verdict {
  if (role === null) return no(SIGNED_OUT)
  if (grantOf(role, 'answerObjection') === 'no') return no(NOT_YOUR_PART)
  if (role === 'EDITOR' && !isOwn && requiredBy !== 'EDITOR') return no('An adviser required this; an adviser or admin answers.')
  return YES
}

/** All that decides an action on a person: the roles that they have and would get, and whether it is oneself. */
export type StaffCase = {
  isSelf: boolean
  targetRole: Role
  newRole?: Role
  /** For `setBylineForm`: whether readers would see more of the name than before. */
  showsMore?: boolean
}

/** May this role (null: signed out) do this to that person? Nobody changes their own role or switches themselves off. */
export function decideOnStaff(role: Role | null, action: StaffAction, on: StaffCase): Verdict {
  if (role === null) return no(SIGNED_OUT)
  if (action === 'manageAccount' && on.isSelf) return no('Ask another admin to change your own account.')
  if (action === 'setBylineForm' && !on.isSelf && on.showsMore === true) return no('Only they themselves can let readers see more of their name.')
  const roles = on.newRole === undefined ? [on.targetRole] : [on.targetRole, on.newRole]
  switch (grantOf(role, action)) {
    case 'yes':
      return YES
    case 'self':
      return on.isSelf ? YES : no('You can do this only for yourself.')
    case 'students':
      return roles.every((one) => one === 'WRITER' || one === 'EDITOR') ? YES : no('Only an admin can do this to an adviser or an admin.')
    case 'staff':
      return roles.every((one) => one !== 'ADMIN') ? YES : no('Only an admin can invite an admin.')
    default:
      return no(NOT_YOUR_PART)
  }
}

const ONLY_OWN: Partial<Record<PlainAction, string>> = {
  changePitch: 'Only whoever pitched it can change a pitch.',
  workOnPhoto: 'Only whoever takes the picture, editors and advisers can do this.',
  keepPoll: 'Only whoever made a poll, editors and advisers can change or close it.',
  keepScores: 'Scores are kept by the writers of the sports section, by editors and advisers. An adviser can add you to the section.',
}

/**
 * May this role (null: signed out) do this? `isSelf`: whether the upload, the pitch, the photo request or the poll is their own, or they work for the sports section; `policy`: how the
 * paper reviews, for what depends on it (without it, that is refused).
 */
export function decide(role: Role | null, action: PlainAction, on: { isSelf?: boolean; policy?: ReviewPolicy } = {}): Verdict {
  if (role === null) return no(SIGNED_OUT)
  const grant = grantOf(role, action)
  if (grant !== 'no' && action === 'publishIssue' && on.isSelf === true) return no(OWN_ISSUE)
  if (grant === 'yes') return YES
  if (grant === 'editorLed') return on.policy !== undefined && isEditorLed(on.policy) ? YES : no('At this paper an adviser decides this.')
  if (grant === 'self') return on.isSelf === true ? YES : no(ONLY_OWN[action] ?? 'You can change only pictures that you uploaded.')
  return no(NOT_YOUR_PART)
}
