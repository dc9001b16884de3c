import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide } from '#domain/policy.ts'
import { storedDaysOffSchema, type ReviewSettingsInput } from '#domain/review-policy.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction } from '../db.ts'
import { lockPaperFor } from '../settings/lock.ts'
import { tags } from '../stories/cache.ts'

const FIELDS = { reviewPolicy: true, holdHours: true, consultHours: true, escalation: true, escalatePersonId: true, schoolOpens: true, schoolCloses: true, daysOff: true } as const

/** How the paper reviews, for the form that changes it; null for whoever may not. `people`: who can be named for stories that were held too long. */
export async function reviewSettings(actor: Actor): Promise<{ settings: ReviewSettingsInput; people: { userId: string; name: string }[] } | null> {
  if (!decide(actor.role, 'changeSettings').allowed) return null
  const [paper, people] = await Promise.all([
    db().paper.findUnique({ where: { id: 1 }, select: FIELDS }),
    db().user.findMany({ where: { role: { in: ['ADVISER', 'ADMIN'] }, deactivatedAt: null }, orderBy: { staff: { name: 'asc' } }, select: { id: true, staff: { select: { name: true } } } }),
  ])
  if (paper === null) return null
  const { reviewPolicy: policy, daysOff, ...rest } = paper
  return { settings: { policy, daysOff: storedDaysOffSchema.parse(daysOff), ...rest }, people: people.map(({ id, staff }) => ({ userId: id, name: staff.name })) }
}

/** Changes how the paper reviews. The event holds what it was and what it is: readers are shown the policy, and may ask since when. */
export function changeReviewSettings(actor: Actor, { policy, ...input }: ReviewSettingsInput): Promise<CommandResult> {
  return outcome(() =>
    inTransaction(async (tx) => {
      const acting = await lockPaperFor(tx, actor)
      const before = await tx.paper.findUnique({ where: { id: 1 }, select: FIELDS })
      if (before === null) throw new Refusal('The paper is not set up yet.')
      if (input.escalatePersonId !== null) {
        const named = await tx.user.count({ where: { id: input.escalatePersonId, role: { in: ['ADVISER', 'ADMIN'] }, deactivatedAt: null } })
        if (named === 0) throw new Refusal('Choose an adviser or admin who can sign in.', 'escalatePersonId')
      }
      const after = { ...input, reviewPolicy: policy }
      const plain = (value: unknown) => JSON.stringify(value)
      const changed = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((field) => plain(before[field]) !== plain(after[field]))
      if (changed.length === 0) return { ok: true, tags: [] }
      await tx.paper.update({ where: { id: 1 }, data: after, select: { id: true } })
      // A story that was handed on under the old rules is looked at again under the new ones.
      await tx.story.updateMany({ where: { escalatedAt: { not: null } }, data: { escalatedAt: null } })
      const data = Object.fromEntries(changed.map((field) => [field, { from: before[field], to: after[field] }]))
      await recordEvent(tx, { actor: acting, kind: 'paper.reviewPolicyChanged', data })
      return { ok: true, tags: [tags.paper()] }
    }),
  )
}
