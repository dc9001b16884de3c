import 'server-only'
import type { SearchResult } from '#domain/search/answer.ts'
import { foldWithPlaces } from '#domain/search/fold.ts'
import { hitsIn, passageOf, piecesOf, type Hit } from '#domain/search/passage.ts'
import type { StoryCardView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import { LANGUAGE } from './language.ts'

/** So much of a text is looked through for a passage, in UTF-16 units. */
export const MOST_LOOKED_THROUGH = 20_000

/** What is marked in texts, folded: these words as any text may inflect them, words with these stems, and words that begin so. */
export type Marks = { words: readonly string[]; stems: readonly string[]; begins: string | null }
/** Nothing is marked. */
export const NO_MARKS: Marks = { words: [], stems: [], begins: null }

/** The stems of words, as the index knows them; none of a word that stands in every text. */
async function stemsOf(tx: Tx, words: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = await tx.$queryRaw<{ word: string; stems: string[] }[]>`SELECT w.word, tsvector_to_array(to_tsvector(${LANGUAGE}, w.word)) AS stems FROM unnest(${[...words]}::text[]) w(word)`
  return new Map(rows.map(({ word, stems }) => [word, stems]))
}

/** Where what was looked for stands in each of these texts. */
export async function hitsOf(tx: Tx, { words, stems, begins }: Marks, texts: readonly string[]): Promise<Hit[][]> {
  const sought = [...words, ...(begins === null ? [] : [begins])]
  // A stem begins as its word does: of the words of the texts only those are asked about that can be meant.
  const letters = new Set([...sought, ...stems].map((word) => word[0]))
  if (letters.size === 0) return texts.map(() => [])
  const folded = texts.map(foldWithPlaces)
  const near = new Set(folded.flatMap(({ text }) => text.split(' ')).filter((word) => letters.has(word[0])))
  const known = await stemsOf(tx, [...new Set([...sought, ...near])])
  const wanted = new Set([...stems, ...words.flatMap((word) => known.get(word) ?? [])])
  const beginning = begins === null ? undefined : known.get(begins)?.[0]
  const isWanted = (word: string) => known.get(word)?.some((stem) => wanted.has(stem) || (beginning !== undefined && stem.startsWith(beginning))) === true
  return texts.map((text, at) => hitsIn(text, folded[at] ?? foldWithPlaces(text), isWanted))
}

/** The results with the words marked. The texts are those of the documents that were found, in the same transaction. */
export async function withPassages(tx: Tx, cards: readonly { id: string; card: StoryCardView }[], marks: Marks): Promise<SearchResult[]> {
  const documents = await tx.searchDocument.findMany({ where: { storyId: { in: cards.map(({ id }) => id) } }, select: { storyId: true, body: true, captions: true } })
  const texts = cards.flatMap(({ id, card }) => {
    const { body = '', captions = '' } = documents.find(({ storyId }) => storyId === id) ?? {}
    return [card.headline, card.deck, body.slice(0, MOST_LOOKED_THROUGH), captions.slice(0, MOST_LOOKED_THROUGH)]
  })
  const hits = await hitsOf(tx, marks, texts)
  return cards.map(({ card }, at) => {
    const [inHeadline = [], inDeck = [], inText = [], inCaptions = []] = hits.slice(at * 4, at * 4 + 4)
    const [text = '', captions = ''] = texts.slice(at * 4 + 2, at * 4 + 4)
    const [ofText, ofCaption] = [passageOf(text, inText), passageOf(captions, inCaptions)]
    const passage = ofText !== null ? { of: 'text' as const, pieces: ofText } : ofCaption !== null ? { of: 'caption' as const, pieces: ofCaption } : null
    return { card, headline: piecesOf(card.headline, inHeadline), deck: piecesOf(card.deck, inDeck), passage }
  })
}
