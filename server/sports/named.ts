import 'server-only'
import { nameFinder } from '#domain/opt-out.ts'
import type { Problem } from '#domain/result.ts'
import { Refusal } from '../command.ts'
import type { Tx } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'

/** Refuses texts that readers would see and that name somebody of the opt-out list; each passage beside its field, in the words of whoever typed it. */
export async function refuseOptedOut(tx: Tx, texts: readonly { field?: string; text: string }[]): Promise<void> {
  const list = await optOutEntries(tx)
  if (list.length === 0) return
  const find = nameFinder(list)
  const problems = texts.flatMap(({ field, text }): Problem[] => {
    const [hit] = find(text)
    if (hit === undefined) return []
    return [{ ...(field === undefined ? {} : { field }), message: `A name on the opt-out list is here (“${text.slice(hit.start, hit.end)}”): leave it out, or ask your adviser.` }]
  })
  if (problems.length > 0) throw new Refusal(problems)
}
