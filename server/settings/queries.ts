import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, type ReviewPolicy } from '#domain/policy.ts'
import { db } from '../db.ts'
import { openSections } from '../sections/queries.ts'

export type PaperSettings = { name: string; motto: string; timeZone: string; reviewPolicy: ReviewPolicy }

const UNSET: PaperSettings = { name: 'Fourth Period', motto: '', timeZone: 'America/Los_Angeles', reviewPolicy: 'ADVISER_APPROVES' }

/** The paper's settings, for whoever is in the newsroom. */
export async function paperSettings(actor: Actor): Promise<PaperSettings> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return UNSET
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true, reviewPolicy: true } })
  return paper ?? UNSET
}

/** The sections that somebody can work for, in the paper's order. */
export async function sectionChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  return openSections()
}
