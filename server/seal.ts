import 'server-only'
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env.ts'

/** Encryption at rest, under keys derived from AUTH_SECRET: a dump of the database shows nothing of what is sealed. */

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

const known = new Map<string, { secret: string; key: Buffer }>()

/** The key for a purpose; each has its own. */
function keyFor(purpose: string): Buffer {
  const { AUTH_SECRET } = env()
  const found = known.get(purpose)
  if (found?.secret === AUTH_SECRET) return found.key
  const key = Buffer.from(hkdfSync('sha256', AUTH_SECRET, '', `fourth-period ${purpose}`, 32))
  known.set(purpose, { secret: AUTH_SECRET, key })
  return key
}

/** Encrypts a text, bound to the row that it stands in. */
export function sealText(purpose: string, rowId: string, text: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, keyFor(purpose), iv).setAAD(Buffer.from(rowId))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed]))
}

/** Opens a sealed text; null where it was erased, was sealed under another secret, or is not of this row. */
export function unsealText(purpose: string, rowId: string, sealed: Uint8Array | null): string | null {
  if (sealed === null) return null
  const bytes = Buffer.from(sealed)
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(purpose), bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(rowId))
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** The fingerprint of a text for a purpose: without our secret nobody can try out what it was made of. */
export function fingerprint(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', keyFor(purpose)).update(text).digest())
}
