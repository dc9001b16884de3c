import 'server-only'
import { emailSchema, personNameSchema } from '#domain/people.ts'
import { recordEvent } from '../audit/record.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { createPerson } from '../staff/joining.ts'
import { isAllowedDomain } from './email-domains.ts'
import { lockActor } from './ending-sessions.ts'

const PROVIDER = 'google'

export type GoogleProfile = { sub: string; email: string; emailVerified: boolean; name: string }
/** Why Google's word was not enough; the sign-in page has a sentence for each. */
export type GoogleRefusal = 'GoogleNotVerified' | 'GoogleNotInvited' | 'GoogleOtherAccount' | 'GoogleNeedsName'
export type GoogleAdmission = { ok: true; userId: string } | { ok: false; reason: GoogleRefusal }

const refused = (reason: GoogleRefusal): GoogleAdmission => ({ ok: false, reason })

/**
 * Whether a Google account opens one of ours. Its verified address must belong to an active user, to whom it is then
 * tied for good, or to an open invitation, which is accepted with it. A Google account tied to another user, and a
 * second one for the same user (an address given to somebody else since), are refused.
 */
export async function admitGoogle(profile: GoogleProfile): Promise<GoogleAdmission> {
  const email = emailSchema.safeParse(profile.email)
  if (!profile.emailVerified || !email.success || profile.sub === '') return refused('GoogleNotVerified')
  if (!isAllowedDomain(email.data)) return refused('GoogleNotInvited')
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.data }, select: { id: true } })
    const tied = await tx.account.findUnique({
      where: { provider_providerAccountId: { provider: PROVIDER, providerAccountId: profile.sub } },
      select: { userId: true },
    })
    if (tied !== null && tied.userId !== user?.id) return refused('GoogleOtherAccount')
    return user === null ? joinWithGoogle(tx, email.data, profile) : openWithGoogle(tx, user.id, profile.sub)
  })
}

async function openWithGoogle(tx: Tx, userId: string, sub: string): Promise<GoogleAdmission> {
  const actor = await lockActor(tx, userId)
  if (actor === null) return refused('GoogleNotInvited')
  const known = await tx.account.findMany({ where: { userId, provider: PROVIDER }, select: { providerAccountId: true } })
  if (known.some((account) => account.providerAccountId === sub)) return { ok: true, userId }
  if (known.length > 0) return refused('GoogleOtherAccount')
  await tx.account.create({ data: { userId, provider: PROVIDER, providerAccountId: sub }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'account.googleLinked', subjectId: userId })
  return { ok: true, userId }
}

async function joinWithGoogle(tx: Tx, email: string, profile: GoogleProfile): Promise<GoogleAdmission> {
  const [link] = await tx.$queryRaw<{ id: string; name: string | null; role: 'WRITER' | 'EDITOR' | 'ADVISER' | 'ADMIN'; position: string }[]>`
    SELECT "id", "name", "role", "position" FROM "OneTimeLink"
    WHERE "kind" = 'INVITATION' AND "email" = ${email} AND "role" IS NOT NULL AND "position" IS NOT NULL
      AND "usedAt" IS NULL AND "revokedAt" IS NULL AND "expiresAt" > now()
    ORDER BY "createdAt" DESC LIMIT 1 FOR UPDATE`
  if (link === undefined) return refused('GoogleNotInvited')
  const name = personNameSchema.safeParse(link.name ?? profile.name)
  if (!name.success) return refused('GoogleNeedsName')
  await tx.oneTimeLink.update({ where: { id: link.id }, data: { usedAt: new Date() }, select: { id: true } })
  const actor = await createPerson(tx, { name: name.data, email, role: link.role, position: link.position, passwordHash: null })
  await tx.account.create({ data: { userId: actor.userId, provider: PROVIDER, providerAccountId: profile.sub }, select: { id: true } })
  await recordEvent(tx, { actor, kind: 'staff.joined', subjectId: actor.userId, data: { role: link.role, by: 'google', invitationId: link.id } })
  await recordEvent(tx, { actor, kind: 'account.googleLinked', subjectId: actor.userId })
  return { ok: true, userId: actor.userId }
}

/** The user that a Google account is tied to; null if none. */
export async function userOfGoogle(sub: string): Promise<string | null> {
  const account = await db().account.findUnique({
    where: { provider_providerAccountId: { provider: PROVIDER, providerAccountId: sub } },
    select: { userId: true },
  })
  return account?.userId ?? null
}
