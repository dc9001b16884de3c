import type { Block } from '#domain/document/schema.ts'
import type { SourceSigns } from '#domain/document/sources.ts'
import type { Words } from '#domain/words/words.ts'

/** What the blocks of a text need of the story around them. */
export type Around = {
  words: Words['story']
  /** Where the signs of its sources stand. */
  signs: SourceSigns
  /** How wide a picture stands that nobody chose a width for. */
  pictures: 'column' | 'wide'
  /** The ids of the headings that begin a chapter. */
  chapters: ReadonlyMap<Block, string>
}

/** The id of a source in the list, or of its `place`th sign in the text. */
export function sourceId(number: number, place?: number): string {
  return place === undefined ? `source-${number}` : `source-${number}-${place}`
}
