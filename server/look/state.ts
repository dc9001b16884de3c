import 'server-only'
import { readLook, type PaperLook } from '#domain/look/look.ts'
import type { Tx } from '../db.ts'

/** The look that readers see, with the number of times that it was saved; null: the paper is not set up yet. */
export async function lookState(client: Pick<Tx, 'paper'>): Promise<{ version: number; paper: PaperLook } | null> {
  const row = await client.paper.findUnique({ where: { id: 1 }, select: { name: true, motto: true, language: true, timeZone: true, look: true, lookVersion: true } })
  if (row === null) return null
  const { look, lookVersion: version, ...rest } = row
  return { version, paper: { ...rest, look: readLook(look) } }
}

/** The size of an uploaded logo; null: there is no such file (any more). */
export function logoSize(client: Pick<Tx, 'logo'>, key: string): Promise<{ width: number; height: number } | null> {
  return client.logo.findUnique({ where: { key }, select: { width: true, height: true } })
}
