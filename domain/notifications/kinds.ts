import type { PlainAction } from '../policy.ts'

/**
 * Everything that somebody is told of: one line a kind, with its words for the list, the mail and the settings. Who is told is said by the
 * command that calls server/notifications/notify.ts.
 */

export const MAIL_CHOICES = ['AT_ONCE', 'DIGEST', 'NONE'] as const
/** When somebody is mailed about a kind. */
export type MailChoice = (typeof MAIL_CHOICES)[number]

export const NOTIFICATION_GROUPS = {
  yours: 'Your stories',
  decide: 'What you decide',
  notes: 'Notes',
  plans: 'Pitches and plans',
  readers: 'Requests from readers',
  machine: 'The paper’s machine',
} as const
export type NotificationGroup = keyof typeof NOTIFICATION_GROUPS

/**
 * `label`: in the settings. `one`: what happened; `{who}` is the person, `{it}` the story or the pitch, `{due}` what is due when. `many`: the same of
 * several, `{n}` of them; such are told as one for a while, of one story or (`merge: 'all'`) of any. `why`: behind "You get this because".
 * `mail`: what holds until somebody chooses; null: it is never mailed. `firm`: always in the app. `needs`: the right without which it
 * says nothing any more.
 */
type Kind = {
  group: NotificationGroup
  label: string
  one: string
  many?: string
  merge?: 'all'
  why: string
  mail: MailChoice | null
  firm?: true
  /** Read for everybody once a move of the story has settled what it asks for. */
  settled?: 'byMove'
  needs?: PlainAction
}

const AUTHOR = 'you wrote this story or answer for it'
const DECIDES = 'you are one of those who can decide it'

export const NOTIFICATION_KINDS = {
  'story.sentBack': { group: 'yours', label: 'Your story was sent back with notes', one: '{who} sent {it} back with notes', why: AUTHOR, mail: 'AT_ONCE' },
  'story.changeRequired': { group: 'yours', label: 'A change is required in your story', one: '{who} requires a change in {it}', why: AUTHOR, mail: 'AT_ONCE', firm: true },
  'story.approved': { group: 'yours', label: 'Your story was approved', one: '{who} approved {it}', why: AUTHOR, mail: 'DIGEST' },
  'story.published': { group: 'yours', label: 'Your story was published', one: '{who} published {it}', why: AUTHOR, mail: 'DIGEST' },
  'story.withdrawn': { group: 'yours', label: 'Your story was withdrawn', one: '{who} withdrew {it}', why: AUTHOR, mail: 'AT_ONCE' },
  'story.commented': { group: 'yours', label: 'An adviser read your story', one: '{who} read {it} and commented', why: AUTHOR, mail: 'DIGEST' },
  'story.corrected': { group: 'yours', label: 'A note for readers was published on your story', one: '{who} published a note for readers on {it}', why: AUTHOR, mail: 'DIGEST' },
  'story.handedOver': { group: 'yours', label: 'A story was handed over to you', one: '{who} handed {it} over to you', many: '{n} stories were handed over to you', merge: 'all', why: 'you answer for it from now on', mail: 'AT_ONCE', firm: true },
  'objection.answered': { group: 'yours', label: 'Your objection was answered', one: '{who} answered your objection on {it}', why: 'you put the objection on record', mail: 'AT_ONCE' },
  'correction.declined': { group: 'yours', label: 'Your note for readers was declined', one: '{who} declined your note for readers on {it}', why: 'you proposed the note', mail: 'DIGEST' },
  'story.handedIn': { group: 'decide', label: 'A story was handed in to the editors', one: '{who} handed {it} in to the editors', why: 'you are one of those who can send it on', mail: 'DIGEST', settled: 'byMove' },
  'story.review': { group: 'decide', label: 'A story waits for your review', one: '{it} waits for your review', why: DECIDES, mail: 'AT_ONCE', settled: 'byMove' },
  'review.holdOver': { group: 'decide', label: 'A story was held longer than the paper allows', one: '{it} was held longer than the paper allows: decide now', why: DECIDES, mail: 'AT_ONCE', firm: true, settled: 'byMove' },
  'objection.made': { group: 'decide', label: 'Somebody objects to a change that you required', one: '{who} objects to the change that you required in {it}', why: 'you required the change', mail: 'AT_ONCE', firm: true },
  'objection.escalated': { group: 'decide', label: 'An objection was not answered in time', one: 'An objection on {it} was not answered in time', why: DECIDES, mail: 'AT_ONCE', firm: true },
  'story.withdrawalAsked': { group: 'decide', label: 'Somebody asks to withdraw a story', one: '{who} asks you to withdraw {it}', why: DECIDES, mail: 'AT_ONCE' },
  'correction.proposed': { group: 'decide', label: 'A note for readers is proposed', one: '{who} proposes a note for readers on {it}', why: DECIDES, mail: 'DIGEST' },
  'schedule.failed': { group: 'decide', label: 'What was planned for a story could not be done', one: '{it} could not be published or unpublished as planned', why: 'you planned it or can decide it', mail: 'AT_ONCE', firm: true },
  'schedule.cancelled': { group: 'decide', label: 'A plan of yours was cancelled by a change', one: 'What you planned for {it} was cancelled: {who} changed the story or its embargo', why: 'you planned it', mail: 'AT_ONCE' },
  'front.failed': { group: 'decide', label: 'A scheduled front page could not be published', one: 'A scheduled front page could not be published', why: 'you are one of those who arrange the front page', mail: 'AT_ONCE', firm: true, needs: 'arrangeFront' },
  'note.mention': { group: 'notes', label: 'Somebody mentions you', one: '{who} mentions you in a note on {it}', many: '{n} new notes on {it} mention you', why: 'the note calls you by name', mail: 'AT_ONCE' },
  'note.blocking': { group: 'notes', label: 'A note that must be settled', one: '{who} wrote a note on {it} that must be settled', many: '{n} new notes on {it} must be settled', why: AUTHOR, mail: 'AT_ONCE', firm: true },
  'note.added': { group: 'notes', label: 'A note on your story', one: '{who} wrote a note on {it}', many: '{n} new notes on {it}', why: AUTHOR, mail: 'DIGEST' },
  'note.answered': { group: 'notes', label: 'An answer to a note', one: '{who} answered a note on {it}', many: '{n} new answers to notes on {it}', why: 'you take part in it, or it is about your story', mail: 'DIGEST' },
  'pitch.made': { group: 'plans', label: 'A new pitch', one: '{who} pitched {it}', many: '{n} new pitches wait for an answer', merge: 'all', why: 'you are one of those who answer pitches', mail: 'DIGEST', needs: 'answerPitch' },
  'pitch.answered': { group: 'plans', label: 'Your pitch was answered', one: '{who} answered your pitch {it}', why: 'you pitched it', mail: 'AT_ONCE' },
  'assignment.made': { group: 'plans', label: 'You were assigned to a story', one: '{who} assigned you to {it}', why: 'you have a part of this story', mail: 'AT_ONCE' },
  'assignment.ended': { group: 'plans', label: 'You were taken off a story', one: '{who} took you off {it}', why: 'you had a part of this story', mail: 'DIGEST' },
  'assignment.taken': { group: 'plans', label: 'Somebody took on a story that you asked for', one: '{who} took {it} on', why: 'you asked for this story or edit it', mail: 'NONE' },
  'photo.asked': { group: 'plans', label: 'You are asked for a picture', one: '{who} asks you for a picture for {it}', many: '{n} pictures are wanted from you for {it}', why: 'you take pictures for this story', mail: 'AT_ONCE' },
  'photo.delivered': { group: 'plans', label: 'A picture was delivered', one: '{who} delivered a picture for {it}', many: '{n} pictures were delivered for {it}', why: 'you asked for it, or it is for your story', mail: 'DIGEST' },
  'due.near': { group: 'plans', label: 'A due day of yours is near', one: 'Due soon for {it}: {due}', why: 'it is your part of this story', mail: 'DIGEST' },
  'due.passed': { group: 'plans', label: 'A due day of yours has passed', one: 'Late for {it}: {due}', why: 'it is your part of this story', mail: 'AT_ONCE' },
  'request.received': { group: 'readers', label: 'A reader asks for a change', one: 'A reader asks for a change in {it}', many: '{n} readers ask for a change in {it}', why: 'you are one of those who handle requests', mail: 'AT_ONCE', needs: 'handleRequests' },
  'request.decided': { group: 'readers', label: 'A request that you voted on was decided', one: '{who} decided on a reader’s request about {it}', why: 'you voted on it', mail: 'DIGEST', needs: 'handleRequests' },
  'job.failed': { group: 'machine', label: 'A job of the paper failed for good', one: 'A job of the paper failed for good', many: '{n} jobs of the paper failed for good', merge: 'all', why: 'you are an admin of the paper', mail: 'AT_ONCE', firm: true, needs: 'readJobs' },
  'mail.trouble': { group: 'machine', label: 'A mail could not be sent', one: 'A mail could not be sent, or may not have arrived', many: '{n} mails could not be sent, or may not have arrived', merge: 'all', why: 'you are an admin of the paper', mail: null, firm: true, needs: 'handleMail' },
} as const satisfies Record<string, Kind>

export type NotificationKind = keyof typeof NOTIFICATION_KINDS
export const KIND_NAMES: readonly NotificationKind[] = Object.keys(NOTIFICATION_KINDS).filter(isNotificationKind)

/** Whether this version knows the kind; a row that another version wrote may be of one that it does not. */
export function isNotificationKind(kind: string): kind is NotificationKind {
  return Object.hasOwn(NOTIFICATION_KINDS, kind)
}

/** What is said of a kind; of one of another version, that much alone. */
export function kindOf(kind: string): Kind {
  if (isNotificationKind(kind)) return NOTIFICATION_KINDS[kind]
  return { group: 'machine', label: kind, one: 'Something happened that this version has no words for', why: 'another version of the paper wrote it', mail: null }
}
