import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '../env.ts'

/** What of a mail must not lie open in the database or in its backups: one-time links, addresses of readers, headlines. */
export const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string() })
export type Letter = z.infer<typeof letterSchema>

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

let known: { secret: string; key: Buffer } | undefined

function key(): Buffer {
  const { AUTH_SECRET } = env()
  if (known?.secret !== AUTH_SECRET) known = { secret: AUTH_SECRET, key: Buffer.from(hkdfSync('sha256', AUTH_SECRET, '', 'fourth-period outgoing mail', 32)) }
  return known.key
}

/** Encrypts a letter under the installation's secret, bound to its mail. */
export function seal(mailId: string, letter: Letter): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key(), iv).setAAD(Buffer.from(mailId))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(letter), 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]))
}

/** Opens a sealed letter; null where it was erased, was sealed under another secret, or is no letter of this mail. */
export function unseal(mailId: string, sealed: Uint8Array | null): Letter | null {
  if (sealed === null) return null
  const bytes = Buffer.from(sealed)
  try {
    const decipher = createDecipheriv(CIPHER, key(), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(mailId))
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
    return letterSchema.parse(JSON.parse(opened))
  } catch {
    return null
  }
}
