import type { Block, Inline, StoryDocument } from '#domain/document/schema.ts'
import { sourcesOf, type Source } from '#domain/document/sources.ts'
import { rejectedBody } from '#domain/document/suggestions.ts'
import type { StoryTemplate } from '#domain/story-template.ts'
import type { Words } from '#domain/words/words.ts'
import type { Around } from './around.ts'

/** A chapter of a long story: the heading that begins it and its id on the page. */
export type Chapter = { id: string; title: string }
/** A text with what its page shows around it. */
export type LaidOut = { text: StoryDocument; around: Around; sources: Source[]; chapters: Chapter[] }

const wordsIn = (content: readonly Inline[] | undefined) => (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('').trim()

/** A body as readers see it, without open suggestions: its sources numbered, its chapters named. Chapters are those of a long-form story. */
export function laidOut(body: StoryDocument, template: StoryTemplate | null, words: Words['story']): LaidOut {
  const text = rejectedBody(body)
  const { sources, signs } = sourcesOf(text)
  const headings = template?.kind === 'longForm' ? text.content.filter((block) => block.type === 'heading' && block.attrs.level === 2 && wordsIn(block.content) !== '') : []
  const chapters = new Map<Block, string>(headings.map((block, index) => [block, `chapter-${index + 1}`]))
  return {
    text,
    sources,
    around: { words, signs, chapters, pictures: template?.kind === 'photoEssay' ? 'wide' : 'column' },
    chapters: [...chapters].flatMap(([block, id]) => (block.type === 'heading' ? [{ id, title: wordsIn(block.content) }] : [])),
  }
}
