import 'server-only'
import { connection } from 'next/server'
import { draftOf, type FormDraft } from './drafts.ts'

/** What a reader typed into a form and has to put right; never cached. null: it is no longer kept. */
export async function keptForm(token: string): Promise<FormDraft | null> {
  await connection()
  return draftOf(token, new Date())
}
