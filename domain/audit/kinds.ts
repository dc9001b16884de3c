/**
 * Everything that the paper keeps a record of, each kind in words: the one place where a kind is worded, for the history of a story, its record
 * and the audit log alike. A new kind is a new line here.
 */

/** What `subjectId` names: somebody's account, a person of the staff, a picture or a section; null: nothing that is shown. */
export type Subject = 'user' | 'staff' | 'picture' | 'section' | null
/**
 * `did`: what was done, in words behind a name. Between braces stands what it was done to, as long as nothing better is known; there the
 * name of it is put. Events of a story name the story.
 */
type Words = { did: string; about: Subject }

export const AUDIT_KINDS = {
  'story.created': { did: 'started {the story}', about: null },
  'story.edited': { did: 'edited {the story}', about: null },
  'story.restored': { did: 'restored an earlier revision of {the story}', about: null },
  'story.submit': { did: 'handed {it} in', about: null },
  'story.sendOn': { did: 'sent {it} on for review', about: null },
  'story.sendBack': { did: 'sent {it} back', about: null },
  'story.approve': { did: 'approved {it}', about: null },
  'story.publish': { did: 'published {it}', about: null },
  'story.askWithdrawal': { did: 'asked to withdraw {it}', about: null },
  'story.withdraw': { did: 'withdrew {it}', about: null },
  'note.added': { did: 'wrote a note on {the story}', about: null },
  'note.answered': { did: 'answered a note on {the story}', about: null },
  'note.resolved': { did: 'settled a note on {the story}', about: null },
  'note.reopened': { did: 'opened a note on {the story} again', about: null },
  'copydesk.dismissed': { did: 'let a finding of the copy desk stand in {the story}', about: null },
  'copydesk.undismissed': { did: 'took back that a finding of the copy desk may stand in {the story}', about: null },
  'copydesk.wordAdded': { did: 'added a word to the paper’s dictionary', about: null },
  'copydesk.wordRemoved': { did: 'took a word out of the paper’s dictionary', about: null },
  'copydesk.ruleChanged': { did: 'changed how much a rule of the copy desk has to say', about: null },
  'media.uploaded': { did: 'uploaded {a picture}', about: 'picture' },
  'media.wordsChanged': { did: 'changed what is said of {a picture}', about: 'picture' },
  'media.rightsChanged': { did: 'changed the rights of {a picture}', about: 'picture' },
  'media.fairUseApproved': { did: 'agreed that {a picture} is fair use', about: 'picture' },
  'media.proofAdded': { did: 'added a file as proof of the right to {a picture}', about: 'picture' },
  'media.proofRemoved': { did: 'removed the file kept as proof of the right to {a picture}', about: 'picture' },
  'media.replaced': { did: 'replaced {a picture}', about: 'picture' },
  'media.deleted': { did: 'threw {a picture} away', about: 'picture' },
  'staff.invited': { did: 'invited somebody', about: null },
  'staff.invitationRevoked': { did: 'took an invitation back', about: null },
  'staff.joined': { did: 'joined the staff', about: null },
  'staff.roleChanged': { did: 'changed the role of {somebody}', about: 'user' },
  'staff.deactivated': { did: 'ended the sign-in of {somebody}', about: 'user' },
  'staff.reactivated': { did: 'let {somebody} sign in again', about: 'user' },
  'staff.bylineFormChanged': { did: 'changed how the name of {somebody} appears', about: 'staff' },
  'staff.resetLinkMade': { did: 'made a password link for {somebody}', about: 'user' },
  'account.passwordChanged': { did: 'changed their password', about: null },
  'account.signedOutEverywhere': { did: 'signed out everywhere', about: null },
  'account.googleLinked': { did: 'linked their Google account', about: null },
  'paper.setUp': { did: 'set the paper up', about: null },
  'paper.settingsChanged': { did: 'changed the settings of the paper', about: null },
  'paper.lookChanged': { did: 'changed how the paper looks', about: null },
  'section.created': { did: 'added {a section}', about: 'section' },
  'section.changed': { did: 'changed {a section}', about: 'section' },
  'section.closed': { did: 'closed {a section}', about: 'section' },
  'section.opened': { did: 'opened {a section} again', about: 'section' },
  'section.merged': { did: 'gave the stories of {a section} to another section', about: 'section' },
  'tag.renamed': { did: 'gave a tag another name', about: null },
  'tag.merged': { did: 'made two tags one', about: null },
  'series.made': { did: 'began a series', about: null },
  'series.changed': { did: 'changed a series', about: null },
  'story.schedule': { did: 'scheduled {it}', about: null },
  'story.unschedule': { did: 'cancelled the schedule of {the story}', about: null },
  'story.scheduleFailed': { did: 'could not do what was planned for {the story}', about: null },
  'story.scheduleUnpublish': { did: 'planned to unpublish {it}', about: null },
  'story.cancelUnpublish': { did: 'cancelled the unpublishing of {the story}', about: null },
  'story.setEmbargo': { did: 'put {it} under embargo', about: null },
  'story.liftEmbargo': { did: 'lifted the embargo on {the story}', about: null },
  'review.commented': { did: 'read {the story} and commented', about: null },
  'review.escalated': { did: 'noted that the time to decide on {the story} was over', about: null },
  'review.checklistFilled': { did: 'filled in the risk checklist of {the story}', about: null },
  'objection.made': { did: 'put an objection on record, on {the story}', about: null },
  'objection.answered': { did: 'answered an objection, on {the story}', about: null },
  'objection.escalated': { did: 'noted that an objection was not answered in time, on {the story}', about: null },
  'pitch.made': { did: 'pitched a story', about: null },
  'pitch.changed': { did: 'changed a pitch', about: null },
  'pitch.takenBack': { did: 'took a pitch back', about: null },
  'pitch.accepted': { did: 'accepted the pitch of {the story}', about: null },
  'pitch.declined': { did: 'declined a pitch', about: null },
  'assignment.made': { did: 'assigned somebody to {the story}', about: null },
  'assignment.taken': { did: 'took {the story} on', about: null },
  'assignment.ended': { did: 'took somebody off {the story}', about: null },
  'plan.changed': { did: 'changed the planned days of {the story}', about: null },
  'photo.asked': { did: 'asked for a picture for {the story}', about: null },
  'photo.changed': { did: 'changed a photo request of {the story}', about: null },
  'photo.taken': { did: 'took on a photo request of {the story}', about: null },
  'photo.delivered': { did: 'delivered a picture for {the story}', about: null },
  'account.calendarAddressMade': { did: 'made a private calendar address', about: null },
  'account.calendarAddressEnded': { did: 'ended their private calendar address', about: null },
  'paper.reviewPolicyChanged': { did: 'changed the review policy', about: null },
  'story.corrected': { did: 'called a version of {the story} a correction', about: null },
  'story.updated': { did: 'called a version of {the story} an update', about: null },
  'story.typoFixed': { did: 'called a version of {the story} the fix of a typo', about: null },
  'story.hiddenFromSearch': { did: 'hid {the story} from search engines', about: null },
  'story.shownToSearch': { did: 'let search engines list {the story} again', about: null },
  'correction.proposed': { did: 'proposed a note for readers of {the story}', about: null },
  'correction.published': { did: 'published a note for readers of {the story}', about: null },
  'correction.declined': { did: 'declined a proposed note for readers of {the story}', about: null },
  'request.received': { did: 'received a request about {the story} from a reader', about: null },
  'request.voted': { did: 'voted on a reader’s request about {the story}', about: null },
  'request.decided': { did: 'decided on a reader’s request about {the story}', about: null },
  'request.senderErased': { did: 'erased who had asked about {the story}', about: null },
  'story.handedOver': { did: 'handed {the story} over to its next owner', about: null },
  'staff.positionChanged': { did: 'changed the position of {somebody}', about: 'staff' },
  'staff.profileChanged': { did: 'changed the profile of {somebody}', about: 'staff' },
  'staff.awayChanged': { did: 'changed until when {somebody} is away', about: 'staff' },
  'staff.graduated': { did: 'noted that {somebody} graduated', about: 'staff' },
  'staff.left': { did: 'noted that {somebody} left', about: 'staff' },
  'staff.movedOn': { did: 'moved the staff on to the next school year', about: null },
  'staff.moveUndone': { did: 'undid the move to the next school year', about: null },
  'optOut.added': { did: 'added a name to the opt-out list', about: null },
  'optOut.changed': { did: 'changed a name on the opt-out list', about: null },
  'optOut.removed': { did: 'took a name off the opt-out list', about: null },
  'optOut.allowed': { did: 'allowed a name of the opt-out list in {the story}', about: null },
  'optOut.allowanceEnded': { did: 'took back that {the story} may hold a name of the opt-out list', about: null },
  'paper.namingPolicyChanged': { did: 'changed how the paper names people', about: null },
  'front.arranged': { did: 'changed the draft of the front page', about: null },
  'front.published': { did: 'published the front page', about: null },
  'front.scheduled': { did: 'scheduled the front page', about: null },
  'front.unscheduled': { did: 'cancelled a scheduled front page', about: null },
  'front.scheduleFailed': { did: 'could not publish a scheduled front page', about: null },
  'front.bannerEnded': { did: 'took the breaking banner down at its end', about: null },
  'poll.made': { did: 'made a poll', about: null },
  'poll.changed': { did: 'changed a poll', about: null },
  'poll.closed': { did: 'closed a poll', about: null },
  'sports.deskSet': { did: 'changed how the paper keeps sports', about: null },
  'sports.teamAdded': { did: 'added a team to the sports desk', about: null },
  'sports.teamChanged': { did: 'changed a team of the sports desk', about: null },
  'sports.teamRemoved': { did: 'removed a team from the sports desk', about: null },
  'sports.rosterChanged': { did: 'changed the roster of a team', about: null },
  'sports.standingsChanged': { did: 'changed the table of a league', about: null },
  'sports.opponentRenamed': { did: 'renamed an opponent', about: null },
  'sports.gameAdded': { did: 'added a game', about: null },
  'sports.gameChanged': { did: 'changed a game', about: null },
  'sports.gameRemoved': { did: 'removed a game', about: null },
  'sports.resultEntered': { did: 'entered the result of a game', about: null },
  'sports.resultCleared': { did: 'took the result of a game back', about: null },
  'support.donationsChanged': { did: 'changed how the paper asks for donations', about: null },
  'support.adsSwitched': { did: 'switched advertisements on or off', about: null },
  'support.adAdded': { did: 'added an advertisement', about: null },
  'support.adChanged': { did: 'changed an advertisement', about: null },
  'support.adRemoved': { did: 'removed an advertisement', about: null },
  'issue.uploaded': { did: 'uploaded a printed issue', about: null },
  'issue.read': { did: 'read the pages of a printed issue', about: null },
  'issue.changed': { did: 'changed what is said of a printed issue', about: null },
  'issue.textTyped': { did: 'typed the text of a page of a printed issue', about: null },
  'issue.storiesLinked': { did: 'changed which stories stand in a printed issue', about: null },
  'issue.published': { did: 'published a printed issue', about: null },
  'issue.withdrawn': { did: 'withdrew a printed issue', about: null },
  'issue.deleted': { did: 'threw a printed issue away that was never published', about: null },
  'job.retried': { did: 'had a job that failed tried again', about: null },
  'mail.sentAgain': { did: 'had a mail sent again', about: null },
  'mail.erased': { did: 'erased the mails of the catch-all', about: null },
  'newsletter.settingsChanged': { did: 'changed how the newsletter goes out', about: null },
  'newsletter.sent': { did: 'sent a newsletter', about: null },
  'newsletter.allowedAgain': { did: 'allowed an address again that had been set aside', about: null },
  'newsletter.readerErased': { did: 'erased a reader of the newsletter', about: null },
  'letter.received': { did: 'received a letter from a reader', about: null },
  'letter.assigned': { did: 'gave a letter or tip of a reader to somebody', about: null },
  'letter.closed': { did: 'closed a letter or tip of a reader', about: null },
  'letter.replied': { did: 'replied to a letter of a reader', about: null },
  'letter.becameStory': { did: 'made {the story} of a letter of a reader', about: null },
  'letter.becamePitch': { did: 'made a pitch of a letter or tip of a reader', about: null },
  'letter.senderErased': { did: 'erased who had sent a letter or tip', about: null },
  'comment.settingsChanged': { did: 'changed whether readers can comment', about: null },
  'comment.received': { did: 'received a comment on {the story} from a reader', about: null },
  'comment.approved': { did: 'let a comment on {the story} through', about: null },
  'comment.declined': { did: 'declined a comment on {the story}', about: null },
  'comment.removed': { did: 'took a comment off {the story}', about: null },
  'comment.closed': { did: 'closed the comments on {the story}', about: null },
  'comment.erased': { did: 'erased who had commented', about: null },
  'comment.opened': { did: 'opened the comments on {the story} again', about: null },
  'audit.exported': { did: 'downloaded a part of the audit log', about: null },
  'record.exported': { did: 'downloaded the record of {the story}', about: null },
} as const satisfies Record<string, Words>

export type AuditKind = keyof typeof AUDIT_KINDS
type GroupOf<Kind> = Kind extends `${infer Group}.${string}` ? Group : never
export type AuditGroup = GroupOf<AuditKind>

/** The kinds in groups, as the log's filter offers them: by what stands before the dot. */
export const AUDIT_GROUPS: Record<AuditGroup, string> = {
  story: 'Stories',
  note: 'Notes',
  copydesk: 'Copy desk',
  media: 'Pictures',
  staff: 'Staff',
  account: 'Accounts',
  paper: 'The paper',
  section: 'Sections',
  tag: 'Tags',
  series: 'Series',
  review: 'Review',
  objection: 'Objections',
  pitch: 'Pitches',
  assignment: 'Assignments',
  plan: 'Planned days',
  photo: 'Photo requests',
  correction: 'Notes for readers',
  request: 'Requests from readers',
  optOut: 'Opt-out list',
  front: 'Front page',
  poll: 'Polls',
  sports: 'Sports desk',
  issue: 'Printed issues',
  support: 'Support for the paper',
  job: 'Jobs',
  mail: 'Mail',
  newsletter: 'Newsletter',
  letter: 'Letters and tips',
  comment: 'Comments of readers',
  audit: 'Downloads of the log',
  record: 'Downloads of records',
}

/** Whether this version knows the kind; an event that another version wrote may be of one that it does not. */
export function isAuditKind(kind: string): kind is AuditKind {
  return Object.hasOwn(AUDIT_KINDS, kind)
}

/** A sentence behind a name, taken apart around what it is about; `about` is what stands there when its name is not known. */
export type Phrase = { before: string; about: string | null; after: string }

/** What was done, in words. */
export function phraseOf(kind: string): Phrase {
  const did = isAuditKind(kind) ? AUDIT_KINDS[kind].did : `did something that this version has no words for (${kind})`
  const [, before = did, about = null, after = ''] = /^(.*)\{(.*)\}(.*)$/.exec(did) ?? []
  return { before, about, after }
}

/** What was done, as one text: with `name` in the place of what it was done to, or what is said where that has no name. */
export function wordsOf(kind: string, name: string | null = null): string {
  const { before, about, after } = phraseOf(kind)
  return `${before}${about === null ? '' : (name ?? about)}${after}`
}

/** What an event of this kind names beside the story. */
export function subjectOf(kind: string): Subject {
  return isAuditKind(kind) ? AUDIT_KINDS[kind].about : null
}
