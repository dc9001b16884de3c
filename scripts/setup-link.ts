import { createHash, randomBytes } from 'node:crypto'
import { db, inTransaction } from '#server/db.ts'
import { env } from '#server/env.ts'

const DAYS = 7

/** Makes the one-time link that sets the paper up; every older one stops working. Prints its address and nothing else. */
async function makeSetupLink(): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = new Date()
  await inTransaction(async (tx) => {
    await tx.oneTimeLink.updateMany({ where: { kind: 'SETUP', usedAt: null, revokedAt: null }, data: { revokedAt: now } })
    await tx.oneTimeLink.create({
      data: { kind: 'SETUP', tokenHash: createHash('sha256').update(token).digest('hex'), expiresAt: new Date(now.getTime() + DAYS * 86_400_000) },
      select: { id: true },
    })
  })
  return `${env().SITE_URL}/setup/${token}`
}

console.log(await makeSetupLink())
await db().$disconnect()
