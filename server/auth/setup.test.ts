import { expect, it } from 'vitest'
import { seedPeople } from '#prisma/seed/people.ts'
import { DEMO_ACCOUNTS } from '#prisma/seed/accounts.ts'
import { emailSchema, passwordSchema } from '#domain/people.ts'
import { db } from '../db.ts'
import { staffChoices, staffList } from '../staff/queries.ts'
import { peekLink } from './one-time-links.ts'
import { newSetupUrl, setUpPaper } from './setup.ts'
import { signInWithPassword } from './sign-in.ts'

const tokenOf = (url: string | null) => url?.split('/').at(-1) ?? ''
const form = { paperName: 'X', motto: '', timeZone: 'America/Chicago', name: 'Ada', email: 'ada@school.test', password: 'another password' }

// One story, in order: it needs a database without anybody.
it('sets the paper up once, by its newest link, and seeds the demo people by the ways that a school uses', async () => {
  const older = tokenOf(await newSetupUrl())
  const newer = tokenOf(await newSetupUrl())
  expect((await setUpPaper({ ...form, token: older })).ok).toBe(false)
  expect(await db().user.count()).toBe(0)
  expect(await peekLink('SETUP', newer)).not.toBeNull()

  const people = await seedPeople()
  expect((await setUpPaper({ ...form, token: newer })).ok).toBe(false)
  expect(await newSetupUrl()).toBeNull()

  expect(await db().paper.findMany({ select: { name: true, timeZone: true } })).toEqual([{ name: 'The Harbor Light', timeZone: 'America/Los_Angeles' }])
  expect((await db().section.findMany({ orderBy: { position: 'asc' }, select: { slug: true } })).map(({ slug }) => slug)).toEqual(['news', 'opinion', 'features', 'arts', 'sports'])
  const events = (await db().auditEvent.findMany({ orderBy: { id: 'asc' }, select: { kind: true } })).map(({ kind }) => kind)
  expect(events).toEqual(['paper.setUp', ...Array.from({ length: 4 }, () => ['staff.invited', 'staff.joined']).flat()])

  for (const { email, password, role } of DEMO_ACCOUNTS) {
    expect([emailSchema.parse(email), passwordSchema.parse(password)]).toEqual([email, password])
    const signedIn = await signInWithPassword({ email, password }, '192.0.2.1')
    expect(signedIn.outcome).toBe('in')
    expect(people.all.find((actor) => signedIn.outcome === 'in' && actor.userId === signedIn.userId)?.role).toBe(role)
  }
  expect(people.ADMIN.role).toBe('ADMIN')
  expect(await staffList(people.WRITER)).toHaveLength(DEMO_ACCOUNTS.length)
  expect(await staffChoices(people.WRITER)).toContainEqual({ staffId: people.WRITER.staffId, name: people.WRITER.name, position: 'Staff Writer' })
  await expect(seedPeople()).rejects.toThrow('empty database')
})
