import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '#domain/people.ts'
import { hashPassword } from '../auth/password.ts'
import { db, inTransaction } from '../db.ts'
import { createPerson } from '../staff/joining.ts'

const PASSWORD = 'a password of the tests'

let hashed: Promise<string> | undefined

export type TestUser = { actor: Actor; userId: string; email: string; password: string }

/** Somebody of this role who can sign in with `password`; null makes an account without one. Makes the paper if needed. */
export async function createUser({
  role,
  name = 'Test Person',
  email = `${randomUUID()}@school.test`,
  password = PASSWORD,
  position = 'Staff Writer',
}: {
  role: Role
  name?: string
  email?: string
  password?: string | null
  position?: string
}): Promise<TestUser> {
  const passwordHash = password === null ? null : password === PASSWORD ? await (hashed ??= hashPassword(PASSWORD)) : await hashPassword(password)
  await db().paper.upsert({ where: { id: 1 }, create: { id: 1, name: 'Test Paper' }, update: {}, select: { id: true } })
  const actor = await inTransaction((tx) => createPerson(tx, { name, email, role, position, passwordHash }))
  return { actor, userId: actor.userId, email, password: password ?? '' }
}
