import { directionOf } from '#domain/document/foreign.ts'
import type { Block, Inline } from '#domain/document/schema.ts'
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

/**
 * How a block of text is written: as the language that all of it is marked with, else as its letters have it. A browser that decides by the
 * letters does not look into marked passages.
 */
export function directionOfText(content: readonly Inline[] | undefined): 'auto' | 'ltr' | 'rtl' {
  const langs = (content ?? []).flatMap((node) => (node.type === 'text' && node.text.trim() !== '' ? [node.marks?.find((mark) => mark.type === 'lang')?.attrs.lang ?? null] : []))
  const directions = new Set(langs.map((lang) => (lang === null ? 'auto' : directionOf(lang))))
  const [only] = directions
  return directions.size === 1 && only !== undefined ? only : 'auto'
}

/** The id of a source in the list, or of its `place`th sign in the text. */
export function sourceId(number: number, place?: number): string {
  return place === undefined ? `source-${number}` : `source-${number}-${place}`
}
