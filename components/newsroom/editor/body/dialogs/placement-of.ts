import { filledWords, type PlacedWords } from '#components/newsroom/picture/placed-words.ts'
import type { NewsroomAsset } from '#domain/media.ts'

/** A picture that somebody uploaded or chose, and what it proposes for its words. */
export type Chosen = { asset: NewsroomAsset; proposal: PlacedWords }

/** The attributes of a new placement. `written`: words that were there before the picture, which stay. */
export function placementOf({ asset, proposal }: Chosen, written: Partial<PlacedWords> = {}): { assetId: string } & PlacedWords {
  return { assetId: asset.id, ...filledWords({ caption: '', alt: '', credit: '', ...written }, proposal) }
}
