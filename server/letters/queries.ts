import 'server-only'
import type { LetterKind, LetterState } from '#domain/letters/letter.ts'
import { ROLES, type Actor } from '#domain/people.ts'
import { decide, grantOf } from '#domain/policy.ts'
import { db } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { mailConfigured } from '../mail/mode.ts'
import { openContact } from './contact.ts'

/** A letter or tip in the queue. `start`: how it begins; `at`: ISO 8601, of a tip the day. */
export type LetterLine = { id: string; kind: LetterKind; state: LetterState; start: string; name: string; at: string; takenBy: string | null }
/** One letter or tip. `email` null: none was given, or it is erased. `people`: who could have it. */
export type LetterPage = LetterLine & {
  text: string; email: string | null; erased: boolean; mayPublish: boolean; takenById: string | null
  closed: { by: string; at: string; reason: string } | null
  reply: { at: string; text: string } | null
  storyId: string | null; pitchId: string | null
  people: { id: string; name: string }[]; mail: boolean
}

const A_PAGE = 50
const MOST_OPEN = 200
const START = 160
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const NAME = { select: { staff: { select: { name: true } } } } as const
const LINE = { id: true, kind: true, state: true, text: true, name: true, createdAt: true, takenBy: NAME } as const satisfies Prisma.ReaderLetterSelect
const OPEN = { state: { in: ['NEW', 'TAKEN'] } } satisfies Prisma.ReaderLetterWhereInput

const may = (actor: Actor) => decide(actor.role, 'handleLetters').allowed

/** How a text begins, on one line. */
function startOf(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')]
  return letters.length > START ? `${letters.slice(0, START).join('').trimEnd()}…` : letters.join('')
}

const lineOf = ({ id, kind, state, name, text, createdAt, takenBy }: Prisma.ReaderLetterGetPayload<{ select: typeof LINE }>): LetterLine => ({
  id, kind, state, name, at: createdAt.toISOString(), takenBy: takenBy?.staff.name ?? null,
  start: startOf(text),
})

/** The queue: what is open, oldest first, and a page of what is closed, newest first, behind the one named `before`. null for whoever has no part in it. */
export async function letterQueue(actor: Actor, before: string | null): Promise<{ open: LetterLine[]; closed: LetterLine[]; next: string | null } | null> {
  if (!may(actor)) return null
  const behind = before === null || !UUID.test(before) ? null : await db().readerLetter.findUnique({ where: { id: before }, select: { id: true, closedAt: true } })
  const [open, closed] = await Promise.all([
    behind !== null ? [] : db().readerLetter.findMany({ where: OPEN, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: MOST_OPEN, select: LINE }),
    db().readerLetter.findMany({
      where: behind?.closedAt == null ? { closedAt: { not: null } } : { OR: [{ closedAt: { lt: behind.closedAt } }, { closedAt: behind.closedAt, id: { lt: behind.id } }] },
      orderBy: [{ closedAt: 'desc' }, { id: 'desc' }], take: A_PAGE + 1, select: LINE,
    }),
  ])
  const page = closed.slice(0, A_PAGE)
  return { open: open.map(lineOf), closed: page.map(lineOf), next: closed.length > A_PAGE ? (page.at(-1)?.id ?? null) : null }
}

/** How many letters and tips nobody has taken yet, for whoever has a part in them. */
export async function newLetters(actor: Actor): Promise<number> {
  return may(actor) ? db().readerLetter.count({ where: { state: 'NEW' } }) : 0
}

/** One letter or tip; null where there is none for this actor. */
export async function letterPage(actor: Actor, id: string): Promise<LetterPage | null> {
  if (!may(actor) || !UUID.test(id)) return null
  const row = await db().readerLetter.findUnique({
    where: { id },
    select: { ...LINE, sealedContact: true, erasedAt: true, mayPublish: true, takenById: true, closedBy: NAME, closedAt: true, reason: true, reply: true, repliedAt: true, storyId: true, pitchId: true },
  })
  if (row === null) return null
  const roles = ROLES.filter((role) => grantOf(role, 'handleLetters') === 'yes')
  const people = await db().user.findMany({ where: { role: { in: roles }, deactivatedAt: null }, orderBy: { staff: { name: 'asc' } }, select: { id: true, staff: { select: { name: true } } } })
  const { mayPublish, takenById, storyId, pitchId } = row
  return {
    ...lineOf(row), text: row.text, mayPublish, takenById, storyId, pitchId,
    email: openContact(id, row.sealedContact),
    erased: row.erasedAt !== null,
    closed: row.closedAt === null ? null : { by: row.closedBy?.staff.name ?? '', at: row.closedAt.toISOString(), reason: row.reason },
    reply: row.repliedAt === null ? null : { at: row.repliedAt.toISOString(), text: row.reply },
    people: people.map((person) => ({ id: person.id, name: person.staff.name })),
    mail: mailConfigured(),
  }
}
