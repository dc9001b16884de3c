import 'server-only'
import type { SearchResult } from '#domain/search/answer.ts'
import { foldWithPlaces } from '#domain/search/fold.ts'
import { hitsIn, MARKS, passageOf, piecesOf, type Hit } from '#domain/search/passage.ts'
import type { StoryCardView } from '#domain/story-view.ts'
import type { Tx } from '../db.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { LANGUAGE } from './language.ts'

/** So much of a text is looked through for a passage, in UTF-16 units. */
export const MOST_LOOKED_THROUGH = 20_000
const OPTIONS = `HighlightAll=true, StartSel="${MARKS.start}", StopSel="${MARKS.end}"`

/** Where what was looked for stands in each of these texts. */
export async function hitsOf(tx: Tx, marks: Prisma.Sql, texts: readonly string[]): Promise<Hit[][]> {
  const folded = texts.map(foldWithPlaces)
  const rows = await tx.$queryRaw<{ marked: string }[]>`
    SELECT ts_headline(${LANGUAGE}, t.text, ${marks}, ${OPTIONS}) AS marked FROM unnest(${folded.map(({ text }) => text)}::text[]) WITH ORDINALITY t(text, at) ORDER BY t.at`
  return texts.map((text, at) => hitsIn(text, folded[at] ?? foldWithPlaces(text), rows[at]?.marked ?? ''))
}

/** The results with the words marked. The texts are those of the documents that were found, in the same transaction. */
export async function withPassages(tx: Tx, cards: readonly { id: string; card: StoryCardView }[], marks: Prisma.Sql): Promise<SearchResult[]> {
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
