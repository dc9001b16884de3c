import { z } from 'zod'
import { REVIEW_POLICIES, type ReviewPolicy } from './policy.ts'
import { afterSchoolHours, readDaysOff, type SchoolWeek } from './school-hours.ts'
import { waitsForAnswer, type StoryState } from './workflow.ts'
import type { Words } from './words/words.ts'

/**
 * How this paper reviews: who has the last word, how long a story may be held, and who decides when that time is over. The words
 * are those of the Journalism Education Association: coaching, prior review, prior restraint (jea.org, "Scholastic Press Rights").
 */

/** Who a story goes to when the time of a hold is over. */
export const ESCALATIONS = ['ADVISERS', 'PERSON', 'EDITORS'] as const
export type Escalation = (typeof ESCALATIONS)[number]
export const ESCALATION_NAMES: Record<Escalation, string> = {
  ADVISERS: 'All advisers and admins',
  PERSON: 'One person',
  EDITORS: 'The student editors',
}

/** What somebody who sends a story back asks for. */
export const REQUESTS = ['SUGGESTION', 'REQUIRED'] as const
export type ChangeRequest = (typeof REQUESTS)[number]
export const REQUEST_NAMES: Record<ChangeRequest, string> = {
  SUGGESTION: 'Suggestion',
  REQUIRED: 'Required change',
}

/** What a request is in JEA's words; an editor's is the work of the staff itself, and no restraint. */
export function pressTerm(request: ChangeRequest, byAdviser: boolean): string {
  if (request === 'SUGGESTION') return byAdviser ? 'coaching' : 'editing'
  return byAdviser ? 'prior restraint' : 'editing'
}

export type ReviewRules = { policy: ReviewPolicy; escalation: Escalation }

/**
 * Whether student editors may decide on a story in review: `waits` = they may once the adviser was heard or their time is over.
 * `heard`: an adviser read this revision and said so; `timeIsOver`: the clock of the hold ran out.
 */
export function editorsDecide({ policy, escalation }: ReviewRules, story: { heard: boolean; timeIsOver: boolean }): 'yes' | 'waits' | 'no' {
  switch (policy) {
    case 'OPEN_FORUM':
      return 'yes'
    case 'ADVISER_CONSULTS':
      return story.heard || story.timeIsOver ? 'yes' : 'waits'
    case 'ADVISER_APPROVES':
      return story.timeIsOver && escalation === 'EDITORS' ? 'yes' : 'no'
    default:
      return 'no'
  }
}

export type HoldRules = { policy: ReviewPolicy; holdHours: number; consultHours: number; week: SchoolWeek }

/** Until when a story may wait for an adviser, if it has stood in this state since `since`; null: nobody holds it. */
export function holdEnds(state: StoryState, since: Date, { policy, holdHours, consultHours, week }: HoldRules): Date | null {
  if (!waitsForAnswer(state) || policy === 'OPEN_FORUM') return null
  return afterSchoolHours(since, policy === 'ADVISER_APPROVES' ? holdHours : consultHours, week)
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 08:00.')
const hours = z.coerce.number({ message: 'Write a number of hours.' }).int('Write whole hours.').min(1, 'At least one hour.').max(200, 'At most 200 hours.')

const daysOffSchema = z.string().max(4_000, 'This list is too long.').transform((text, context) => {
  const days = readDaysOff(text)
  if (Array.isArray(days)) return days
  context.addIssue({ code: 'custom', message: `“${days.wrong.slice(0, 60)}” is no day. Write 2026-11-26, or 2026-12-21 to 2027-01-01.` })
  return z.NEVER
})

/** The form of the review policy. `holdHours`, `consultHours`: hours of school. */
export const reviewSettingsSchema = z
  .object({
    policy: z.enum(REVIEW_POLICIES),
    holdHours: hours,
    consultHours: hours,
    escalation: z.enum(ESCALATIONS),
    escalatePersonId: z.union([z.uuid(), z.literal('')]).transform((id) => (id === '' ? null : id)),
    schoolOpens: clock,
    schoolCloses: clock,
    daysOff: daysOffSchema,
  })
  .refine(({ schoolOpens, schoolCloses }) => schoolOpens < schoolCloses, { path: ['schoolCloses'], message: 'School must close after it opens.' })
  .refine(({ escalation, escalatePersonId }) => escalation !== 'PERSON' || escalatePersonId !== null, { path: ['escalatePersonId'], message: 'Choose the person.' })
export type ReviewSettingsInput = z.infer<typeof reviewSettingsSchema>

/** What is kept of days off in the database, read again. */
export const storedDaysOffSchema = z.array(z.object({ from: z.string(), to: z.string() })).catch([])

type HowWeEdit = Pick<ReviewSettingsInput, 'policy' | 'holdHours' | 'consultHours' | 'escalation'>

/** The paper's review policy for its readers, a sentence each, in the paper's words for it. */
export function howWeEdit({ policy, holdHours, consultHours, escalation }: HowWeEdit, words: Words['editing']): string[] {
  switch (policy) {
    case 'ADVISER_APPROVES':
      return [words.priorReview, words.coachingOrRestraint, words.required, words.held(words.hours(holdHours), words.afterHold[escalation]), words.common]
    case 'ADVISER_CONSULTS':
      return [words.editorsDecide, words.timeToComment(words.hours(consultHours)), words.common]
    case 'OPEN_FORUM':
      return [words.openForum, words.adviserCoaches, words.common]
  }
}
