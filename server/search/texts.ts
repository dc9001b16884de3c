import 'server-only'
import { foldedWords } from '#domain/search/fold.ts'
import type { Tx } from '../db.ts'

/** So much of a text is indexed, in UTF-16 units: some 15,000 words. A tsvector has room for 1 MB, and positions up to 16,383. */
const MOST_TEXT = 100_000
/** What may be a word that somebody mistypes. */
const WORD = /^\p{L}{4,30}$/u

/** As a text is kept for passages: composed, without signs that cannot be seen. */
export const kept = (text: string) => text.normalize('NFC').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ').slice(0, MOST_TEXT).toWellFormed()

/** Keeps the words of these texts, as what a mistyped or unfinished one may mean. */
export async function learnWords(tx: Tx, texts: readonly string[]): Promise<void> {
  // In one order everywhere, so that two publications never wait for each other.
  const words = [...new Set(texts.flatMap(foldedWords))].filter((word) => WORD.test(word)).toSorted()
  await tx.$executeRaw`INSERT INTO "SearchWord" ("word") SELECT w FROM unnest(${words}::text[]) w WHERE NOT EXISTS (SELECT 1 FROM "SearchWord" s WHERE s."word" = w) ON CONFLICT DO NOTHING`
}
