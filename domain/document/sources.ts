import type { Inline, Mark, StoryDocument } from './schema.ts'
import { mapInlines } from './suggestions.ts'

/**
 * The footnotes of a body. A source is a mark on the words that it stands behind; its number follows from where it first
 * stands, and the same source in two places has one number.
 */

type SourceMark = Extract<Mark, { type: 'source' }>
/** One source; `passages`: the words that it stands behind, in reading order. */
export type Source = { note: string; href: string | null; passages: string[] }
/** What stands behind the last words of a passage: the number of its source, and which of the passages with that number it is, from 1. */
export type SourceSign = { number: number; place: number }
/** The signs of a body by the piece of text that each stands behind. */
export type SourceSigns = ReadonlyMap<Inline, SourceSign>

const markOf = (node: Inline | undefined): SourceMark | undefined =>
  node?.type === 'text' ? node.marks?.find((mark): mark is SourceMark => mark.type === 'source') : undefined
const keyOf = (mark: SourceMark | undefined) => (mark === undefined ? null : JSON.stringify([mark.attrs.note, mark.attrs.href ?? null]))

/** The sources of a body, each once, in the order of their numbers, and where their signs stand. The signs are those of this very document's nodes. */
export function sourcesOf(document: StoryDocument): { sources: Source[]; signs: SourceSigns } {
  const sources: Source[] = []
  const numbers = new Map<string, number>()
  const signs = new Map<Inline, SourceSign>()
  mapInlines(document, (content) => {
    let passage = ''
    content.forEach((node, index) => {
      const mark = markOf(node)
      const key = keyOf(mark)
      if (mark === undefined || key === null || node.type !== 'text') return
      passage += node.text
      // Emphasis or a link splits a passage into several nodes; it is one to a reader.
      if (keyOf(markOf(content[index + 1])) === key) return
      const number = numbers.get(key) ?? numbers.size + 1
      numbers.set(key, number)
      const source = sources[number - 1] ?? { note: mark.attrs.note, href: mark.attrs.href ?? null, passages: [] }
      sources[number - 1] = source
      source.passages.push(passage)
      signs.set(node, { number, place: source.passages.length })
      passage = ''
    })
    return content
  })
  return { sources, signs }
}
