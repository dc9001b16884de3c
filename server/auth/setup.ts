import 'server-only'
import { LINK_OVER, type SetupInput } from '#domain/staff.ts'
import { recordEvent } from '../audit/record.ts'
import { outcome, Refusal, type CommandResult } from '../command.ts'
import { db, inTransaction, type Tx } from '../db.ts'
import { createPerson } from '../staff/joining.ts'
import { tags } from '../stories/cache.ts'
import { linkUrl, makeLink, useLink } from './one-time-links.ts'
import { hashPassword } from './password.ts'

const FIRST_SECTIONS = ['News', 'Opinion', 'Features', 'Arts', 'Sports']
const FIRST_POSITION = 'Site Admin'

/** Whether nobody can sign in yet. */
export async function needsSetup(): Promise<boolean> {
  return (await db().user.count()) === 0
}

/** A fresh address of the setup page, valid for 7 days and in place of any former one; null once there is an account. */
export async function newSetupUrl(): Promise<string | null> {
  if (!(await needsSetup())) return null
  const { token } = await inTransaction((tx) => makeLink(tx, { kind: 'SETUP' }))
  return linkUrl('SETUP', token)
}

async function createSections(tx: Tx): Promise<string[]> {
  if ((await tx.section.count()) > 0) return []
  const rows = FIRST_SECTIONS.map((name, index) => ({ name, slug: name.toLowerCase(), position: index + 1 }))
  await tx.section.createMany({ data: rows })
  return rows.map(({ slug }) => slug)
}

/** Names the paper and makes its first admin and sections, by a setup link, while there is no account at all. */
export async function setUpPaper(input: SetupInput & { position?: string }): Promise<CommandResult<{ userId: string }>> {
  const passwordHash = await hashPassword(input.password)
  return outcome(() =>
    inTransaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fourth-period.setup'))`
      if ((await tx.user.count()) > 0) throw new Refusal('This paper is set up already. Sign in instead.')
      if ((await useLink(tx, 'SETUP', input.token)) === null) throw new Refusal(LINK_OVER)
      const paper = { name: input.paperName, motto: input.motto, timeZone: input.timeZone }
      await tx.paper.upsert({ where: { id: 1 }, create: { id: 1, ...paper }, update: paper, select: { id: true } })
      const sections = await createSections(tx)
      const { name, email, position = FIRST_POSITION } = input
      const actor = await createPerson(tx, { name, email, role: 'ADMIN', position, passwordHash })
      await recordEvent(tx, { actor, kind: 'paper.setUp', subjectId: actor.userId })
      return { ok: true, tags: [tags.paper(), tags.front(), ...sections.map((slug) => tags.section(slug))], userId: actor.userId }
    }),
  )
}
