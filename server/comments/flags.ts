import 'server-only'
import { optOutHits } from '#domain/named-people.ts'
import type { Tx } from '../db.ts'
import { optOutEntries } from '../opt-out/checks.ts'

type Said = { name: string; text: string }

/** The passages of a comment that name somebody of the opt-out list. */
export async function namesIn(client: Pick<Tx, 'optOut'>, comment: Said): Promise<string[]> {
  return (await namesInAll(client, [comment]))[0] ?? []
}

/** The same for several, in their order. */
export async function namesInAll(client: Pick<Tx, 'optOut'>, comments: readonly Said[]): Promise<string[][]> {
  const entries = await optOutEntries(client)
  return comments.map(({ name, text }) => {
    const passages = [name, text].map((words) => ({ field: 'headline' as const, where: 'the comment', text: words, fileName: false }))
    return [...new Set(optOutHits(passages, entries).map(({ passage }) => passage))]
  })
}
