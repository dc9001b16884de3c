import 'server-only'
import { isAdviser, type Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { holdEnds, pressTerm, type ChangeRequest } from '#domain/review-policy.ts'
import { afterSchoolHours } from '#domain/school-hours.ts'
import { db } from '../db.ts'
import type { NewsroomStory } from '../stories/queries.ts'
import { holdRules } from './holds.ts'
import { lastRiskCheck, type RiskCheckView } from './risk-checks.ts'

/** An objection as screens show it; instants are ISO 8601. `dueAt`: when it goes on to whom the policy names. */
export type ObjectionView = {
  id: string; by: string; at: string; body: string; dueAt: string; late: boolean
  answer: { by: string; at: string; lifted: boolean; words: string } | null
}
/** A decision on record. `term`: what the Journalism Education Association calls it. */
export type DecisionView = {
  id: string; by: string; at: string; revisionNumber: number; decision: 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'
  request: ChangeRequest | null; term: string | null; notes: string; reason: string; own: boolean; objections: ObjectionView[]
}
/** The clock of a story that somebody holds. `over`: it ran out, and the story went to whom the policy names. */
export type HoldView = { endsAt: string; over: boolean }
export type ReviewView = { hold: HoldView | null; decisions: DecisionView[]; risk: RiskCheckView | null; riskRequired: boolean }

const PERSON = { select: { role: true, staff: { select: { name: true } } } } as const
const SHOWN = 50

/** What was decided on a story so far, newest first, and how long it may be held. `story` was read for this actor. */
export async function reviewOfStory(actor: Actor, story: NewsroomStory): Promise<ReviewView | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return null
  const [rules, rows, standing, risk, section] = await Promise.all([
    holdRules(),
    db().review.findMany({ where: { storyId: story.id }, orderBy: { createdAt: 'desc' }, take: SHOWN, select: DECISION }),
    db().story.findUniqueOrThrow({ where: { id: story.id }, select: { escalatedAt: true } }),
    lastRiskCheck(db(), story.id, story.revisionId),
    story.content.sectionId === null ? null : db().section.findUnique({ where: { id: story.content.sectionId }, select: { needsRiskChecklist: true } }),
  ])
  const ends = holdEnds(story.state, new Date(story.stateSince), rules)
  const dueAt = (from: Date) => afterSchoolHours(from, rules.holdHours, rules.week).toISOString()
  const decisions = rows.map(({ by, byId, createdAt, revision, objections, ...row }): DecisionView => ({
    ...row,
    by: by.staff.name,
    own: byId === actor.userId,
    at: createdAt.toISOString(),
    revisionNumber: revision.number,
    term: row.request === null ? null : pressTerm(row.request, isAdviser(by.role)),
    objections: objections.map((one) => ({
      id: one.id, by: one.by.staff.name, at: one.createdAt.toISOString(), body: one.body, dueAt: dueAt(one.createdAt), late: one.escalatedAt !== null,
      answer: one.answeredAt === null ? null : { by: one.answeredBy?.staff.name ?? '', at: one.answeredAt.toISOString(), lifted: one.lifted === true, words: one.answer },
    })),
  }))
  return { hold: ends === null ? null : { endsAt: ends.toISOString(), over: standing.escalatedAt !== null }, decisions, risk, riskRequired: section?.needsRiskChecklist === true }
}

const DECISION = {
  id: true, byId: true, by: PERSON, createdAt: true, decision: true, request: true, notes: true, reason: true,
  revision: { select: { number: true } },
  objections: {
    orderBy: { createdAt: 'asc' },
    select: { id: true, by: PERSON, createdAt: true, body: true, answeredAt: true, answeredBy: PERSON, lifted: true, answer: true, escalatedAt: true },
  },
} as const
