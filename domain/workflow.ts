/**
 * The way of a story: the one table that screens, commands and jobs obey. What it does not know is refused.
 * Source: "The way of a story" in docs/workflow.md. Who may make a move is domain/policy.ts.
 */

export const STORY_STATES = ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED', 'LIVE', 'WITHDRAWN'] as const
export type StoryState = (typeof STORY_STATES)[number]

export const STATE_NAMES: Record<StoryState, string> = {
  DRAFT: 'Draft',
  EDITING: 'Editing',
  REVIEW: 'In review',
  APPROVED: 'Approved',
  LIVE: 'Live',
  WITHDRAWN: 'Withdrawn',
}

/** Moves that are done at once. */
export const DECISIONS = ['submit', 'sendOn', 'sendBack', 'approve', 'publish', 'askWithdrawal', 'withdraw'] as const
/** What is said of the time of a move; the story stays where it is. */
export const TIMINGS = ['schedule', 'unschedule', 'scheduleUnpublish', 'cancelUnpublish', 'setEmbargo', 'liftEmbargo'] as const
export const MOVES = [...DECISIONS, ...TIMINGS] as const
export type Decision = (typeof DECISIONS)[number]
export type Timing = (typeof TIMINGS)[number]
export type Move = Decision | Timing

/** Where a story stands: the state of its working revision, and whether readers see a revision of it. */
export type Standing = { state: StoryState; live: boolean }

type Row = {
  /** 'live' means: readers see it, whatever its working revision is going through. 'unseen': they see nothing of it yet. */
  from: readonly StoryState[] | 'live' | 'unseen'
  /** null: the story stays where it is. */
  to: StoryState | null
  /** What must be given with it. */
  needs: 'notes' | 'reason' | null
  /** Which publish checks must be met (domain/publish-checks.ts): those that the writer can meet, or all. */
  checks: 'none' | 'writers' | 'all'
}

const TABLE = {
  submit: { from: ['DRAFT'], to: 'EDITING', needs: null, checks: 'writers' },
  sendOn: { from: ['EDITING'], to: 'REVIEW', needs: null, checks: 'none' },
  sendBack: { from: ['EDITING', 'REVIEW'], to: 'DRAFT', needs: 'notes', checks: 'none' },
  approve: { from: ['REVIEW'], to: 'APPROVED', needs: null, checks: 'all' },
  publish: { from: ['APPROVED'], to: 'LIVE', needs: null, checks: 'all' },
  askWithdrawal: { from: 'live', to: null, needs: 'reason', checks: 'none' },
  withdraw: { from: 'live', to: 'WITHDRAWN', needs: 'reason', checks: 'none' },
  schedule: { from: ['APPROVED'], to: null, needs: null, checks: 'all' },
  unschedule: { from: ['APPROVED'], to: null, needs: null, checks: 'none' },
  scheduleUnpublish: { from: 'live', to: null, needs: 'reason', checks: 'none' },
  cancelUnpublish: { from: 'live', to: null, needs: null, checks: 'none' },
  setEmbargo: { from: 'unseen', to: null, needs: null, checks: 'none' },
  liftEmbargo: { from: 'unseen', to: null, needs: 'reason', checks: 'none' },
} as const satisfies Record<Move, Row>

/** Whether readers see an older revision than the newsroom does. */
export function isBehind({ state, live }: Standing): boolean {
  return live && state !== 'LIVE'
}

/** The states before a publication, in their order. */
export const ON_THE_WAY: readonly StoryState[] = ['DRAFT', 'EDITING', 'REVIEW', 'APPROVED']

/** Whether it is on its way to its first publication: people and days can still be planned for it. */
export function takesPlans({ state, live }: Standing): boolean {
  return !live && ON_THE_WAY.includes(state)
}

/** Whether it still waits for its writers: nobody has handed it in. */
export function isUnwritten({ state }: Standing): boolean {
  return state === 'DRAFT'
}

/** Whether saves may still extend the working revision: not where somebody may be deciding on it. */
export function mayExtend(state: StoryState): boolean {
  return state === 'DRAFT' || state === 'EDITING'
}

/** Whether it stands with whoever has the last word. */
export function waitsForAnswer(state: StoryState): boolean {
  return state === 'REVIEW'
}

/** Whether nobody can go on with it but whoever answers for it. */
export function waitsForOwner(state: StoryState): boolean {
  return state === 'DRAFT'
}

/** Whether somebody still has to work on it. */
export function isOpen(state: StoryState): boolean {
  return state !== 'LIVE' && state !== 'WITHDRAWN'
}

/** The row of a move. */
export function moveRow(move: Move): Row {
  return TABLE[move]
}

/** Whether the table knows this move from here. */
export function canMove(move: Move, standing: Standing): boolean {
  const row = Object.hasOwn(TABLE, move) ? moveRow(move) : undefined
  if (row === undefined) return false
  if (row.from === 'live') return standing.live
  if (row.from === 'unseen') return !standing.live && stateAfterEdit(standing.state) !== null
  return row.from.includes(standing.state)
}

const AFTER_EDIT: Record<StoryState, StoryState | null> = {
  DRAFT: 'DRAFT',
  EDITING: 'EDITING',
  REVIEW: 'REVIEW',
  APPROVED: 'REVIEW',
  LIVE: 'DRAFT',
  WITHDRAWN: null,
}

/**
 * The state of the working revision after somebody changed its content. An approval names one revision, so a change
 * after it goes back for review; a change to a live story starts over as a draft while readers keep the old one.
 * null: this story can no longer be changed.
 */
export function stateAfterEdit(state: StoryState): StoryState | null {
  return Object.hasOwn(AFTER_EDIT, state) ? AFTER_EDIT[state] : null
}
