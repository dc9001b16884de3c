import 'server-only'
import type { Actor } from '#domain/people.ts'
import { decide, type ReviewPolicy } from '#domain/policy.ts'
import type { Language } from '#domain/words/language.ts'
import { db } from '../db.ts'
import { openSections } from '../sections/queries.ts'

export type PaperSettings = { name: string; motto: string; timeZone: string; language: Language; reviewPolicy: ReviewPolicy }

const UNSET: PaperSettings = { name: 'Fourth Period', motto: '', timeZone: 'America/Los_Angeles', language: 'en', reviewPolicy: 'ADVISER_APPROVES' }

/** The paper's settings, for whoever is in the newsroom. */
export async function paperSettings(actor: Actor): Promise<PaperSettings> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return UNSET
  const paper = await db().paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, timeZone: true, language: true, reviewPolicy: true } })
  return paper ?? UNSET
}

/** The sections that somebody can work for, in the paper's order. */
export async function sectionChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  return openSections()
}
