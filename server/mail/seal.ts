import 'server-only'
import { z } from 'zod'
import { sealText, unsealText } from '../seal.ts'

/**
 * What of a mail must not lie open in the database or in its backups: one-time links, addresses of readers, headlines. `html`: the same words as HTML;
 * `leave`: where a mail program lets its reader leave at once (RFC 8058).
 */
export const letterSchema = z.object({ to: z.string(), subject: z.string(), text: z.string(), html: z.string().exactOptional(), leave: z.string().exactOptional() })
export type Letter = z.infer<typeof letterSchema>

const PURPOSE = 'outgoing mail'

/** Encrypts a letter under the installation's secret, bound to its mail. */
export function seal(mailId: string, letter: Letter): Uint8Array<ArrayBuffer> {
  return sealText(PURPOSE, mailId, JSON.stringify(letter))
}

/** Opens a sealed letter; null where it was erased, was sealed under another secret, or is no letter of this mail. */
export function unseal(mailId: string, sealed: Uint8Array | null): Letter | null {
  const opened = unsealText(PURPOSE, mailId, sealed)
  try {
    return opened === null ? null : letterSchema.parse(JSON.parse(opened))
  } catch {
    return null
  }
}
