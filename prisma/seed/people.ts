import 'server-only'
import type { Actor, Role } from '#domain/people.ts'
import { actorOfClaims, claimsFor } from '#server/auth/session-claims.ts'
import { newSetupUrl, setUpPaper } from '#server/auth/setup.ts'
import type { CommandResult } from '#server/command.ts'
import { invite } from '#server/staff/invitations.ts'
import { acceptInvitation } from '#server/staff/joining.ts'
import { DEMO_ACCOUNTS, DEMO_PAPER } from './accounts.ts'

function done<T extends object>(result: CommandResult<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '))
  return result
}

async function actorOf(userId: string): Promise<Actor> {
  const actor = await actorOfClaims(await claimsFor(userId))
  if (actor === null) throw new Error('A demo account was made but cannot sign in.')
  return actor
}

const tokenOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/**
 * Makes the demo paper, its sections and its people by the ways that a school uses: the first admin by the setup link,
 * everybody else by invitation. Answers the first actor of each role, and all of them in the order of DEMO_ACCOUNTS.
 */
export async function seedPeople(): Promise<Record<Role, Actor> & { all: Actor[] }> {
  const [first, ...others] = DEMO_ACCOUNTS
  const setup = await newSetupUrl()
  if (first === undefined || setup === null) throw new Error('The demo people are made only in an empty database.')
  const admin = await actorOf(done(await setUpPaper({ ...DEMO_PAPER, ...first, token: tokenOf(setup) })).userId)
  const all = [admin]
  for (const { email, role, position, name, password } of others) {
    const { url } = done(await invite(admin, { email, role, position, name }))
    all.push(await actorOf(done(await acceptInvitation({ token: tokenOf(url), name, password })).userId))
  }
  const ofRole = (role: Role) => {
    const found = all.find((actor) => actor.role === role)
    if (found === undefined) throw new Error(`The demo paper has no ${role}.`)
    return found
  }
  return { WRITER: ofRole('WRITER'), EDITOR: ofRole('EDITOR'), ADVISER: ofRole('ADVISER'), ADMIN: ofRole('ADMIN'), all }
}
