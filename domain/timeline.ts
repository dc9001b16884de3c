/**
 * The history of a story for people: its revisions, newest first, each with who wrote it, why it was begun, and what was
 * decided and said while it was the newest.
 */

/** `at`: when it was begun, `savedAt`: when it was last saved; ISO 8601. `others`: who else wrote in it. */
export type TimelineRevision = { id: string; number: number; by: string; others: string[]; at: string; savedAt: string }
/** One audit event of the story; `restored`: the number of the revision that was brought back. */
export type TimelineEvent = { id: string; at: string; who: string; kind: string; revisionId: string | null; note: string | null; restored: number | null }
export type TimelineEntry = { revision: TimelineRevision; why: string; decisions: TimelineEvent[]; others: TimelineEvent[] }

/** What was done, in words behind a name. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  'story.created': 'started the story',
  'story.edited': 'edited the story',
  'story.restored': 'restored an earlier revision',
  'story.submit': 'handed it in',
  'story.sendOn': 'sent it on for review',
  'story.sendBack': 'sent it back',
  'story.approve': 'approved it',
  'story.publish': 'published it',
  'story.askWithdrawal': 'asked to withdraw it',
  'story.withdraw': 'withdrew it',
  'story.handedOver': 'handed it to its next owner',
  'optOut.allowed': 'allowed a name of the opt-out list in it',
  'note.added': 'wrote a note',
  'note.answered': 'answered a note',
  'note.resolved': 'settled a note',
  'note.reopened': 'opened a note again',
  'review.commented': 'read it and commented',
  'review.escalated': 'noted that the time to decide was over',
  'review.checklistFilled': 'filled in the risk checklist',
  'objection.made': 'put an objection on record',
  'objection.answered': 'answered an objection',
  'objection.escalated': 'noted that an objection was not answered in time',
}

/** Decisions that name the revision that they were made on. */
const ON_A_REVISION: readonly string[] = ['story.submit', 'story.sendOn', 'story.sendBack', 'story.approve', 'story.publish']
/** What says how a revision came to be; its entry tells it. */
const BEGINNINGS: readonly string[] = ['story.created', 'story.edited', 'story.restored']

const AFTER: Readonly<Record<string, string>> = {
  'story.submit': 'it was handed in',
  'story.sendOn': 'it was sent on for review',
  'story.sendBack': 'it was sent back',
  'story.approve': 'it was approved',
  'story.publish': 'it was published',
}

function whyBegun(revision: TimelineRevision, before: TimelineRevision | undefined, events: readonly TimelineEvent[]): string {
  const restored = events.find(({ kind, revisionId }) => kind === 'story.restored' && revisionId === revision.id)
  if (restored !== undefined) return restored.restored === null ? 'An earlier revision restored' : `Restored from revision ${restored.restored}`
  if (before === undefined) return 'The story was started'
  // A decision freezes what it names: what is written after it is a revision of its own.
  const last = events.filter(({ kind, revisionId, at }) => ON_A_REVISION.includes(kind) && revisionId === before.id && at <= revision.at).at(-1)
  return last === undefined ? 'Edited further' : `First edit after ${AFTER[last.kind]}`
}

/** The entries of a story's history. Revisions and events come in any order; an event of no revision belongs to the newest of its moment. */
export function timelineOf(revisions: readonly TimelineRevision[], events: readonly TimelineEvent[]): TimelineEntry[] {
  const inOrder = revisions.toSorted((a, b) => a.number - b.number)
  const told = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.id) - Number(b.id)))
  const homeOf = (event: TimelineEvent): TimelineRevision | undefined =>
    (ON_A_REVISION.includes(event.kind) ? inOrder.find(({ id }) => id === event.revisionId) : undefined) ?? inOrder.findLast(({ at }) => at <= event.at) ?? inOrder[0]
  const entries = inOrder.map((revision, index): TimelineEntry => {
    const own = told.filter((event) => !BEGINNINGS.includes(event.kind) && homeOf(event)?.id === revision.id)
    const isDecision = ({ kind }: TimelineEvent) => kind.startsWith('story.')
    return { revision, why: whyBegun(revision, inOrder[index - 1], told), decisions: own.filter(isDecision), others: own.filter((event) => !isDecision(event)) }
  })
  return entries.reverse()
}

/** The two revisions that a person would compare first: the newest with what readers see, or else with the one before. null: there is only one. */
export function firstComparison(entries: readonly TimelineEntry[], liveNumber: number | null): { from: number; to: number } | null {
  const [newest, before] = entries.map(({ revision }) => revision.number)
  if (newest === undefined || before === undefined) return null
  return { from: liveNumber !== null && liveNumber !== newest ? liveNumber : before, to: newest }
}
