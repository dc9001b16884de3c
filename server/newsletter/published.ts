import 'server-only'
import { connection } from 'next/server'
import { db } from '../db.ts'
import { canConfirm, isOpen } from './readers.ts'

/** Whether readers can sign up now; never cached. */
export async function newsletterIsOpen(): Promise<boolean> {
  await connection()
  return isOpen(db())
}

/** Whether the link that confirms works now; never cached. */
export async function confirmationWorks(token: string): Promise<boolean> {
  await connection()
  return canConfirm(db(), token)
}
