import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { fingerprint, sealText, unsealText } from '../seal.ts'

/** Addresses of readers as they lie in the database, and the secrets by which readers confirm and leave. */

const PURPOSE = 'newsletter reader'

export const sealAddress = (id: string, address: string) => sealText(PURPOSE, id, address)
export const openAddress = (id: string, sealed: Uint8Array) => unsealText(PURPOSE, id, sealed)
export const addressHash = (address: string) => fingerprint(`${PURPOSE} found again`, address)

/** What is kept of the secret in a link that confirms. */
export const confirmHashOf = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

const MAC_BYTES = 16
const macOf = (id: Buffer) => Buffer.from(fingerprint(`${PURPOSE} leaves`, id.toString('hex'))).subarray(0, MAC_BYTES)

/** The secret in a reader's links to leave: made of their id, so that none is stored, and over once they have left. */
export function leaveToken(subscriberId: string): string {
  const id = Buffer.from(subscriberId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, macOf(id)]).toString('base64url')
}

/** Whose secret this is; null: nobody's. */
export function leaverOf(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * MAC_BYTES || bytes.toString('base64url') !== token) return null
  const [id, mac] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)]
  if (!timingSafeEqual(macOf(id), mac)) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
