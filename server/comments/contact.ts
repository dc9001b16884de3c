import 'server-only'
import { sealText, unsealText } from '../seal.ts'

const PURPOSE = 'reader comment'

/** The address of whoever commented, as it lies in the database. */
export const sealContact = (commentId: string, email: string) => sealText(PURPOSE, commentId, email)
/** The address; null where none was given, it is erased, or it cannot be read any more. */
export const openContact = (commentId: string, sealed: Uint8Array | null) => unsealText(PURPOSE, commentId, sealed)
