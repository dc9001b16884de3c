import 'server-only'
import { connection } from 'next/server'
import { draftOf, type RequestDraft } from './drafts.ts'

/** What a reader typed into the form and has to put right; never cached. null: it is no longer kept. */
export async function keptRequest(token: string): Promise<RequestDraft | null> {
  await connection()
  return draftOf(token, new Date())
}
