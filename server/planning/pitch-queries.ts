import 'server-only'
import type { Actor } from '#domain/people.ts'
import { toDay } from '#domain/planning/days.ts'
import { isUnanswered, type PitchState } from '#domain/planning/pitch.ts'
import { decide } from '#domain/policy.ts'
import { db } from '../db.ts'
import { openSections } from '../sections/queries.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** A pitch as its pages show it. Days are days at school, instants ISO 8601. `answer` is '' where none was written. */
export type PitchView = {
  id: string
  title: string
  why: string
  sectionId: string | null
  section: string | null
  sources: string
  hopedFor: string | null
  pictures: string
  state: PitchState
  version: number
  by: string
  at: string
  answer: string
  answeredBy: string | null
  answeredAt: string | null
  storyId: string | null
  mine: boolean
  /** Whether this person can change it or take it back, and whether they can answer it. */
  may: { change: boolean; answer: boolean }
}

const NAME = { select: { staff: { select: { name: true } } } } as const
const PITCH = {
  id: true, title: true, why: true, sectionId: true, section: { select: { name: true } }, sources: true, hopedFor: true, pictures: true, state: true, version: true,
  createdById: true, createdBy: NAME, createdAt: true, answer: true, answeredBy: NAME, answeredAt: true, storyId: true,
} as const satisfies Prisma.PitchSelect
type PitchRow = Prisma.PitchGetPayload<{ select: typeof PITCH }>

function viewOf(actor: Actor, { createdById, createdBy, createdAt, section, hopedFor, answeredBy, answeredAt, ...pitch }: PitchRow): PitchView {
  const mine = createdById === actor.userId
  const open = isUnanswered(pitch.state)
  return {
    ...pitch,
    section: section?.name ?? null,
    hopedFor: toDay(hopedFor),
    by: createdBy.staff.name,
    at: createdAt.toISOString(),
    answeredBy: answeredBy?.staff.name ?? null,
    answeredAt: answeredAt?.toISOString() ?? null,
    mine,
    may: { change: open && decide(actor.role, 'changePitch', { isSelf: mine }).allowed, answer: open && decide(actor.role, 'answerPitch').allowed },
  }
}

const PAGE = 30

/** The pitches that wait for an answer, the oldest first, and those of `mine` (or of everybody) that have one, the newest first; as many of each as a page holds. */
export async function pitchLists(actor: Actor, { mine }: { mine: boolean }): Promise<{ open: PitchView[]; openTotal: number; answered: PitchView[] }> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return { open: [], openTotal: 0, answered: [] }
  const whose = mine ? { createdById: actor.userId } : {}
  const [open, openTotal, answered] = await Promise.all([
    db().pitch.findMany({ where: { ...whose, state: 'OPEN' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: PAGE, select: PITCH }),
    db().pitch.count({ where: { ...whose, state: 'OPEN' } }),
    db().pitch.findMany({ where: { ...whose, state: { not: 'OPEN' } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: PAGE, select: PITCH }),
  ])
  return { open: open.map((pitch) => viewOf(actor, pitch)), openTotal, answered: answered.map((pitch) => viewOf(actor, pitch)) }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One pitch; null where there is none that this actor may read. */
export async function pitchById(actor: Actor, id: string): Promise<PitchView | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed || !UUID.test(id)) return null
  const pitch = await db().pitch.findUnique({ where: { id }, select: PITCH })
  return pitch === null ? null : viewOf(actor, pitch)
}

/** The pitch that a story came from; null: it came from none. */
export async function pitchOf(actor: Actor, storyId: string): Promise<PitchView | null> {
  if (!decide(actor.role, 'enterNewsroom').allowed || !UUID.test(storyId)) return null
  const pitch = await db().pitch.findUnique({ where: { storyId }, select: PITCH })
  return pitch === null ? null : viewOf(actor, pitch)
}

/** Answers to this person's pitches that they have not seen, the newest first. */
export async function unseenAnswers(actor: Actor): Promise<PitchView[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  const where = { createdById: actor.userId, answeredAt: { not: null }, answerSeenAt: null }
  const pitches = await db().pitch.findMany({ where, orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }], take: 20, select: PITCH })
  return pitches.map((pitch) => viewOf(actor, pitch))
}

/** How many pitches wait for somebody who may answer them; 0 for everybody else. */
export async function pitchesToAnswer(actor: Actor): Promise<number> {
  return decide(actor.role, 'answerPitch').allowed ? db().pitch.count({ where: { state: 'OPEN' } }) : 0
}

/** The open sections to choose from, in the paper's order. */
export async function sectionChoices(actor: Actor): Promise<{ id: string; name: string }[]> {
  if (!decide(actor.role, 'enterNewsroom').allowed) return []
  return openSections()
}
