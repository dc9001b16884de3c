import 'server-only'
import type { BylineForm } from '#domain/people.ts'
import { db, type Tx } from '../db.ts'
import { inThisEpoch } from '../epoch-memory.ts'

/** How much of a name on staff the paper shows its readers at most. What shows names to readers is tagged with the paper. */
export async function nameForm(client: Pick<Tx, 'paper'>): Promise<BylineForm> {
  const paper = await client.paper.findUnique({ where: { id: 1 }, select: { nameForm: true } })
  return paper?.nameForm ?? 'FULL'
}

/** The same for a page of the paper, which is made for one epoch. */
export const shownNameForm = () => inThisEpoch('name-form', () => nameForm(db()))
