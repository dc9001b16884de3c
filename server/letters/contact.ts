import 'server-only'
import { sealText, unsealText } from '../seal.ts'

const PURPOSE = 'reader letter'

/** The address of whoever wrote, as it lies in the database. */
export const sealContact = (letterId: string, email: string) => sealText(PURPOSE, letterId, email)
/** The address; null where none was given, it is erased, or it cannot be read any more. */
export const openContact = (letterId: string, sealed: Uint8Array | null) => unsealText(PURPOSE, letterId, sealed)
