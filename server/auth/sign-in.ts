import 'server-only'
import { emailSchema } from '#domain/people.ts'
import { db } from '../db.ts'
import { verifyPassword } from './password.ts'
import { accountKey, addressKey, forgetTries, giveBack, isKnownPair, rememberPair, takeTry, type LimitName } from './rate-limit.ts'

/** Who signed in, or why not: `wrong` says nothing about whether the account exists. */
export type SignIn = { outcome: 'in'; userId: string } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Signs in with a password from a client address. Unknown address, wrong password, no password and a deactivated
 * account give the same answer in the same time. Only wrong tries count; an owner who signed in from here before gets
 * in even while somebody hammers the account from elsewhere.
 */
export async function signInWithPassword(given: { email: string; password: string }, address: string): Promise<SignIn> {
  const keys = keysOf(given.email, address)
  const seconds = await countTry(keys)
  if (seconds > 0) return { outcome: 'wait', seconds }
  const email = emailSchema.safeParse(given.email)
  const user = await db().user.findUnique({
    where: { email: email.success ? email.data : '' },
    select: { id: true, passwordHash: true, deactivatedAt: true },
  })
  const active = user !== null && user.deactivatedAt === null
  const matches = await verifyPassword(active ? user.passwordHash : null, given.password.slice(0, 1_000))
  if (!active || !matches) return { outcome: 'wrong' }
  await forgiveTry(keys)
  return { outcome: 'in', userId: user.id }
}

type Keys = { account: string; address: string; pair: string }

function keysOf(email: string, address: string): Keys {
  const account = accountKey(email)
  return { account, address: addressKey(address), pair: addressKey(`${account} ${address}`) }
}

async function countTry(keys: Keys): Promise<number> {
  const steps: [LimitName, string][] = [
    ['sign-in-address', keys.address],
    ['sign-in-pair', keys.pair],
    ['sign-in-pair-hour', keys.pair],
  ]
  for (const [name, key] of steps) {
    const seconds = await takeTry(name, key)
    if (seconds > 0) return seconds
  }
  const seconds = await takeTry('sign-in-account', keys.account)
  return seconds > 0 && (await isKnownPair(keys.pair)) ? 0 : seconds
}

async function forgiveTry(keys: Keys): Promise<void> {
  await forgetTries('sign-in-pair', keys.pair)
  await forgetTries('sign-in-pair-hour', keys.pair)
  await giveBack('sign-in-address', keys.address)
  await giveBack('sign-in-account', keys.account)
  await rememberPair(keys.pair)
}
