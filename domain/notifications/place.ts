import { isNotificationKind, type NotificationKind } from './kinds.ts'

/** Where a notification leads: ids alone decide, so that nothing from outside becomes an address. */
export type Placed = { kind: string; storyId: string | null; subjectId: string | null }

const WAITING = '/newsroom'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const PARTS: Record<NotificationKind, '' | '/review' | '/plan' | '/schedule' | 'note' | 'pitch' | 'request' | 'jobs' | 'mail' | 'front'> = {
  'story.sentBack': '/review', 'story.changeRequired': '/review', 'story.approved': '/review', 'story.published': '/review', 'story.withdrawn': '/review',
  'story.commented': '/review', 'story.corrected': '/review', 'story.handedOver': '', 'objection.answered': '/review', 'correction.declined': '/review',
  'story.handedIn': '/review', 'story.review': '/review', 'review.holdOver': '/review', 'objection.made': '/review', 'objection.escalated': '/review',
  'story.withdrawalAsked': '/review', 'correction.proposed': '/review', 'schedule.failed': '/schedule', 'schedule.cancelled': '/schedule', 'front.failed': 'front',
  'note.mention': 'note', 'note.blocking': 'note', 'note.added': 'note', 'note.answered': 'note',
  'pitch.made': 'pitch', 'pitch.answered': 'pitch', 'assignment.made': '/plan', 'assignment.ended': '/plan', 'assignment.taken': '/plan',
  'photo.asked': '/plan', 'photo.delivered': '/plan', 'due.near': '/plan', 'due.passed': '/plan',
  'request.received': 'request', 'request.decided': 'request', 'job.failed': 'jobs', 'mail.trouble': 'mail',
}

/** The path of the page that a notification leads to; what stands for several stories leads to what waits. */
export function placeOf({ kind, storyId, subjectId }: Placed): string {
  if (!isNotificationKind(kind)) return WAITING
  const part = PARTS[kind]
  const subject = subjectId !== null && UUID.test(subjectId) ? subjectId : null
  const story = storyId === null ? null : `/newsroom/stories/${storyId}`
  switch (part) {
    case 'jobs':
      return '/newsroom/settings/jobs'
    case 'front':
      return '/newsroom/front'
    case 'mail':
      return '/newsroom/settings/mail'
    case 'pitch':
      return subject === null ? '/newsroom/pitches' : `/newsroom/pitches/${subject}`
    case 'request':
      return subject === null ? '/newsroom/requests' : `/newsroom/requests/${subject}`
    case 'note':
      return story === null ? WAITING : `${story}${subject === null ? '' : `#note-${subject}`}`
    default:
      return story === null ? WAITING : `${story}${part}`
  }
}
