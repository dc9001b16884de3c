import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '#domain/people.ts'
import { db, type Tx } from '../db.ts'
import { env } from '../env.ts'
import type { LinkKind } from '../generated/prisma/client.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long each kind works, in milliseconds; a reset link that an admin hands over works for `HANDED_OVER`. */
export const LIFETIMES: Record<LinkKind, number> = { SETUP: 7 * DAY, INVITATION: 7 * DAY, PASSWORD_RESET: HOUR, MAGIC_LINK: 15 * MINUTE }
export const HANDED_OVER = 24 * HOUR

const PATHS: Record<LinkKind, string> = {
  SETUP: '/setup/',
  INVITATION: '/sign-in/invitation/',
  PASSWORD_RESET: '/sign-in/reset/',
  MAGIC_LINK: '/sign-in/link/',
}

/** What a link is for: an account that exists (`userId`), or one to be made. */
export type LinkRow = {
  id: string
  email: string | null
  name: string | null
  role: Role | null
  position: string | null
  userId: string | null
  createdById: string | null
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** The address of a link's page. */
export function linkUrl(kind: LinkKind, token: string): string {
  return `${env().SITE_URL}${PATHS[kind]}${token}`
}

export type NewLink = { kind: LinkKind; lifetime?: number } & Partial<Omit<LinkRow, 'id'>>

/**
 * Makes a link; only its hash is kept, so the returned token is the one chance to hand it on. It revokes the open ones
 * of the same kind for the same account (or address, or any setup); a link that nobody signed in made leaves alone what an
 * admin handed over, since anybody can ask for it.
 */
export async function makeLink(tx: Tx, link: NewLink): Promise<{ id: string; token: string; expiresAt: Date }> {
  const { kind, lifetime = LIFETIMES[kind], ...rest } = link
  const { email = null, name = null, role = null, position = null, userId = null, createdById = null } = rest
  if (kind === 'SETUP') await revokeLinks(tx, { kind })
  else if (userId !== null) await revokeLinks(tx, { kind, userId, ...(createdById === null ? { createdById } : {}) })
  else await revokeLinks(tx, { kind, email })
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + lifetime)
  const { id } = await tx.oneTimeLink.create({
    data: { kind, tokenHash: hashOf(token), email, name, role, position, userId, createdById, expiresAt },
    select: { id: true },
  })
  return { id, token, expiresAt }
}

/** Revokes every open link that fits `which`; answers how many. */
export async function revokeLinks(
  tx: Tx,
  which: { id?: string; kind?: LinkKind; userId?: string; email?: string | null; createdById?: string | null; role?: { in: Role[] } },
): Promise<number> {
  const { count } = await tx.oneTimeLink.updateMany({ where: { ...which, usedAt: null, revokedAt: null }, data: { revokedAt: new Date() } })
  return count
}

/**
 * Uses a link up, in the transaction of its effect: null if it is unknown, expired, revoked or already used. One
 * UPDATE decides, so of two at once only one gets it.
 */
export async function useLink(tx: Tx, kind: LinkKind, token: string): Promise<LinkRow | null> {
  const rows = await tx.$queryRaw<LinkRow[]>`
    UPDATE "OneTimeLink" SET "usedAt" = now()
    WHERE "tokenHash" = ${hashOf(token)} AND "kind" = ${kind}::"LinkKind"
      AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()
    RETURNING "id", "email", "name", "role", "position", "userId", "createdById"`
  return rows[0] ?? null
}

/** What a link would do, without using it: for its page, which mail scanners open too. */
export async function peekLink(kind: LinkKind, token: string): Promise<(LinkRow & { expiresAt: Date }) | null> {
  return db().oneTimeLink.findFirst({
    where: { tokenHash: hashOf(token), kind, usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, name: true, role: true, position: true, userId: true, createdById: true, expiresAt: true },
  })
}

/**
 * Whose account a link opens, read before it is used: an account is always locked before its links, so that two
 * commands never wait for each other in a circle.
 */
export async function ownerOfLink(tx: Tx, kind: LinkKind, token: string): Promise<string | null> {
  const link = await tx.oneTimeLink.findFirst({ where: { tokenHash: hashOf(token), kind }, select: { userId: true } })
  return link?.userId ?? null
}
