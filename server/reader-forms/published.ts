import 'server-only'
import { connection } from 'next/server'
import { draftOf, type FormDraft } from './drafts.ts'

/** What a reader typed into a form and has to put right; never cached. null: it is no longer kept. */
export async function keptForm(token: string): Promise<FormDraft | null> {
  await connection()
  return draftOf(token, new Date())
}

/** Where a reader is with a form, by what stands in the address of its page. `sent`: it has arrived; `lost`: what they wrote before is not kept any more. */
export type WithForm = FormDraft & { now: 'form' | 'lost' | 'sent' }

/** Reads it; what was written before stands in the form again. */
export async function withForm({ draft: token, done }: Record<string, string | string[] | undefined>): Promise<WithForm> {
  const draft = typeof token === 'string' ? await keptForm(token) : null
  const now = done === 'sent' ? 'sent' : token !== undefined && draft === null ? 'lost' : 'form'
  return { now, values: draft?.values ?? {}, problems: draft?.problems ?? [] }
}
